package org.monthend.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.job.Errand;
import org.monthend.job.MonthEndRun;
import org.monthend.load.FolderNotes;
import org.monthend.load.KeptFiles;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a month say what its files say now. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = {
            "Judge the returns of a month again, whatever was decided before, with the catalogue and the program of today, "
                    + "and compute its scorecard anew. What says the same as before changes nothing."
        })
final class RerunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Restating restating = new Restating();

    @Parameters(paramLabel = "MONTH", description = "Month to run again, such as 2015-12.")
    private String month = "";

    @Option(
            names = "--return",
            paramLabel = "RETURN",
            description = {
                "Only this return, by its code in the catalogue. What stands in the folder counts then, even if a newer file "
                        + "had taken its place or the return was withdrawn."
            })
    private @Nullable String returnCode;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept with every figure that changes.")
    private String reason = "";

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        Catalogue catalogue = restating.catalogue();
        Optional<String> named = Optional.ofNullable(returnCode).map(code -> Restating.returnCode(catalogue, code));
        try (ConfigurableApplicationContext application = restating.start()) {
            KeptFiles kept = application.getBean(KeptFiles.class);
            refuseWhatNeverCame(kept, asked, named);
            MonthEndRun.Outcome outcome = restating.run(
                    application,
                    catalogue,
                    asked,
                    new Errand.Rerun(named),
                    reason.strip(),
                    out(),
                    spec.commandLine().getErr());
            if (!restating.isJson()) {
                Told.notes(out(), new FolderNotes(restating.returns(), kept).of(asked));
            }
            out().flush();
            return Told.exitCode(outcome).number();
        }
    }

    private void refuseWhatNeverCame(KeptFiles kept, ReportingMonth asked, Optional<String> named) {
        boolean isKnown = kept.standings(asked).stream()
                .anyMatch(file -> named.map(file.returnCode()::equals).orElse(true));
        if (!isKnown && restating.returns().files(asked).isEmpty()) {
            throw new Misused("Nothing of %s has come for %s: there is no file to run again."
                    .formatted(named.map(code -> "return " + code).orElse("any return"), asked.longLabel()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
