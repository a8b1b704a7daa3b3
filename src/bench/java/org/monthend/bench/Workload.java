package org.monthend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;

/**
 * Returns to load, always the same for the same numbers: so many workbooks of so many rows, all in the folder of one
 * month. Every row is about another measure, organisation or month, so that every row becomes a fact.
 */
record Workload(String name, int workbooks, int rows, Path input) {

    static final int MEASURES = 200;
    static final int ORGANISATIONS = 250;
    static final int MONTHS = 20;
    static final ReportingMonth MONTH = new ReportingMonth(2015, 12);

    /** What many teams send in a month. */
    static Workload manyWorkbooks(Path folder, int workbooks) throws IOException {
        return written(new Workload("W1", workbooks, 500, folder.resolve("w1-" + workbooks)));
    }

    /** What a system exports at once. */
    static Workload largeWorkbook(Path folder, int rows) throws IOException {
        return written(new Workload("W2", 1, rows, folder.resolve("w2-" + rows)));
    }

    long allRows() {
        return (long) workbooks * rows;
    }

    Path returns() {
        return input.resolve("returns");
    }

    Path catalogue() {
        return input.resolve("catalogue.xlsx");
    }

    List<Path> files() {
        return IntStream.range(0, workbooks).mapToObj(this::file).toList();
    }

    /** Sends the first workbook again, with one figure changed or as it was. */
    void resend(boolean changed) {
        try {
            new TidyWorkbook(0, rows, changed).write(file(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return returns().resolve(MONTH.toString()).resolve("figures-%04d.xlsx".formatted(number));
    }

    private static Workload written(Workload workload) throws IOException {
        if (!Files.exists(workload.catalogue())) {
            Files.createDirectories(workload.file(0).getParent());
            for (int number = 0; number < workload.workbooks; number++) {
                new TidyWorkbook((long) number * workload.rows, workload.rows, false).write(workload.file(number));
            }
            BenchCatalogue.write(workload.catalogue());
        }
        return workload;
    }
}
