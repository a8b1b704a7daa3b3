package org.monthend.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.monthend.extract.format.CsvRow;
import org.monthend.extract.format.CsvTable;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.publish.CsvLines;

/**
 * Reads a csv of series row by row, judges some of its rows at a time on every processor, and writes what comes of them in
 * the order of the file. No more than a few hundred rows are held at once, however long the file is.
 */
final class SeriesStream {

    private static final int MOST_THREADS = 8;

    /** More sentences than that nobody reads. */
    private static final int MOST_SENTENCES = 1_000;

    /** Judges rows that follow one another in the file. For any number of threads. */
    interface Judge {
        SeriesVerdict judge(List<CsvRow> rows);
    }

    private final Path file;
    private final List<String> required;
    private final List<String> optional;
    private final PrintWriter err;
    private int sentences;
    private long faulty;

    /**
     * @param required columns that the file must have
     * @param optional columns that are read if it has them; in a {@link CsvRow} they follow the required ones
     */
    SeriesStream(Path file, List<String> required, List<String> optional, PrintWriter err) {
        this.file = file;
        this.required = required;
        this.optional = optional;
        this.err = err;
    }

    /**
     * Judges each row by itself.
     *
     * @return the exit code
     */
    int judgeRows(List<SeriesOutput> outputs, List<List<String>> headers, Judge judge) {
        return judge(outputs, headers, judge, false);
    }

    /** Judges rows that have the same text in the first column together; they must follow one another in the file. */
    int judgeGroups(List<SeriesOutput> outputs, List<List<String>> headers, Judge judge) {
        return judge(outputs, headers, judge, true);
    }

    private int judge(List<SeriesOutput> outputs, List<List<String>> headers, Judge judge, boolean grouped) {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads, SeriesStream::daemon);
        try (CsvTable table = open()) {
            for (int i = 0; i < outputs.size(); i++) {
                outputs.get(i).write(CsvLines.header(headers.get(i)));
            }
            Deque<Future<SeriesVerdict>> underWay = new ArrayDeque<>();
            SeriesRows rows = new SeriesRows(table, grouped);
            for (List<CsvRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                List<CsvRow> batch = some;
                underWay.add(workers.submit(() -> judge.judge(batch)));
                if (underWay.size() > 2 * threads) {
                    write(underWay.remove().get(), outputs);
                }
            }
            while (!underWay.isEmpty()) {
                write(underWay.remove().get(), outputs);
            }
            if (!rows.end().isEmpty()) {
                fault(rows.end());
            }
            for (SeriesOutput output : outputs) {
                output.finish();
            }
            if (sentences > MOST_SENTENCES) {
                err.printf(Locale.UK, "... and %,d sentences more.%n", sentences - MOST_SENTENCES);
            }
            return (faulty > 0 ? ExitCode.REFUSED : ExitCode.DONE).number();
        } catch (IOException e) {
            err.println("What was judged could not be written: " + e.getMessage()
                    + ". Make room or name another place, and run the same command again.");
            return ExitCode.FAILED.number();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED.number();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "judge");
        thread.setDaemon(true);
        return thread;
    }

    private CsvTable open() {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new Misused("There is no file %s. Name a csv file.".formatted(file));
        }
        List<String> columns = new ArrayList<>(required);
        columns.addAll(optional);
        try {
            CsvTable table = CsvTable.open(file, columns);
            List<String> missing = required.stream().filter(table::lacks).toList();
            if (!missing.isEmpty()) {
                throw new Misused(
                        "%s has no column %s; its first row has: %s. Name the columns %s, in any order; others are passed over."
                                .formatted(
                                        file.getFileName(),
                                        String.join(" and no column ", missing),
                                        SeriesCells.shown(String.join(", ", table.header())),
                                        String.join(", ", required)));
            }
            if (!table.doubled().isEmpty()) {
                throw new Misused("%s has more than one column %s. Leave one of each."
                        .formatted(file.getFileName(), String.join(", ", table.doubled())));
            }
            return table;
        } catch (UnreadableWorkbook e) {
            throw new Misused(file.getFileName() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Misused("%s cannot be read (%s).".formatted(file, e.getMessage()));
        }
    }

    private void write(SeriesVerdict verdict, List<SeriesOutput> outputs) throws IOException {
        for (int i = 0; i < outputs.size(); i++) {
            outputs.get(i).write(verdict.texts().get(i).toString());
        }
        verdict.faults().forEach(this::fault);
        verdict.notes().forEach(this::say);
    }

    private void fault(String sentence) {
        faulty++;
        say(sentence);
    }

    private void say(String sentence) {
        sentences++;
        if (sentences <= MOST_SENTENCES) {
            err.println(file.getFileName() + sentence);
        }
    }

    /** The rows' sentences have one form. */
    static String at(CsvRow row, String what) {
        return ", line " + row.line() + ": " + what;
    }
}
