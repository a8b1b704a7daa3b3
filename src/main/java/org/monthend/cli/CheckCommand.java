package org.monthend.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.load.SubmissionStore;
import org.monthend.load.WarehouseUnavailable;
import org.monthend.validate.Judgement;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges files as a load would, and loads nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judge files as a load would, and load nothing.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Mixin
    private final Limits limits = new Limits();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files as the teams sent them, or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = {
                "The month that they are judged for. Without it: the month of the file's folder (2015-12), else the "
                        + "month in its name, else the newest month that its table speaks of."
            })
    private @Nullable String month;

    @Option(
            names = "--alone",
            description = {
                "Ask no warehouse: nothing is held against earlier months. So it is, too, where there is no warehouse yet."
            })
    private boolean alone;

    @Option(names = "--json", description = "One line of JSON for each file.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<ReportingMonth> asked = Optional.ofNullable(month).map(Months::parse);
        List<Path> all = allFiles();
        ReadLimits readLimits = limits.read();
        Catalogue catalogue = new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard());
        if (alone || !places.haveWarehouse()) {
            return check(new ReturnReading(catalogue, readLimits), all, asked);
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            SubmissionStore known = application.getBean(SubmissionStore.class);
            return check(new ReturnReading(catalogue, readLimits, known::historyBefore), all, asked);
        }
    }

    private int check(ReturnReading reading, List<Path> all, Optional<ReportingMonth> asked) {
        boolean clean = true;
        boolean failed = false;
        for (Path file : all) {
            CheckedFile checked;
            try {
                checked = check(reading, file, asked);
            } catch (WarehouseUnavailable e) {
                throw e;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                checked = CheckedFile.failed(file);
                failed = true;
                e.printStackTrace(err());
            }
            out().println(json ? checked.json() : checked.text());
            out().flush();
            clean &= checked.isClean();
        }
        ExitCode code = failed ? ExitCode.UNEXPECTED : clean ? ExitCode.DONE : ExitCode.REFUSED;
        return code.number();
    }

    private static CheckedFile check(ReturnReading reading, Path file, Optional<ReportingMonth> asked) {
        String name = String.valueOf(file.getFileName());
        if (!ReturnFolder.isReturn(name)) {
            return CheckedFile.of(file, Optional.empty(), Judgement.ignored());
        }
        Optional<ReportingMonth> about = Months.about(file, asked, reading);
        Judgement judgement =
                reading.judge(ReturnFolder.describe(file, about.orElseGet(Months::dueNow)), statement -> {});
        return CheckedFile.of(file, about, judgement);
    }

    /** A folder stands for all that lies in it, ignored files too: each gets its verdict. */
    private List<Path> allFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path each : files) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> inside = Files.walk(each)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(all::add);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            } else if (Files.isRegularFile(each)) {
                all.add(each);
            } else {
                throw new Misused("There is no file '%s'. Nothing was checked.".formatted(each));
            }
        }
        return all;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
