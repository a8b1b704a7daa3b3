package org.monthend.cli;

import java.util.concurrent.Callable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.job.Errand;
import org.monthend.load.FileStanding.State;
import org.monthend.load.KeptFiles;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes back a return that should never have counted. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Withdraw a return for a month: its figures count as not received, and no earlier ones take their place.",
            "What it said stays in the history; a later file, or a rerun of the return, brings it back."
        })
final class WithdrawCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Restating restating = new Restating();

    @Parameters(index = "0", paramLabel = "MONTH", description = "Month of the return, such as 2015-12.")
    private String month = "";

    @Parameters(index = "1", paramLabel = "RETURN", description = "Its code in the catalogue.")
    private String returnCode = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is kept with every figure that is taken back.")
    private String reason = "";

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        if (reason.isBlank()) {
            throw new Misused("A withdrawal needs words. Give --reason.");
        }
        Catalogue catalogue = restating.catalogue();
        String code = Restating.returnCode(catalogue, returnCode);
        try (ConfigurableApplicationContext application = restating.start()) {
            refuseWhatDoesNotCount(application.getBean(KeptFiles.class), asked, code);
            restating.run(
                    application,
                    catalogue,
                    asked,
                    new Errand.Withdraw(code),
                    reason.strip(),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }

    private static void refuseWhatDoesNotCount(KeptFiles kept, ReportingMonth asked, String code) {
        boolean counts = kept.standings(asked).stream()
                .anyMatch(file -> file.returnCode().equals(code) && file.state() == State.COUNTS);
        if (!counts) {
            throw new Misused("No file of return %s counts for %s: there is nothing to withdraw."
                    .formatted(code, asked.longLabel()));
        }
    }
}
