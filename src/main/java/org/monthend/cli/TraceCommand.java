package org.monthend.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.Lineage;
import org.monthend.steward.TraceText;
import org.monthend.steward.TracedFigure;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a figure came from, down to the cell. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Say where a figure came from: months, revisions, files, sheets and cells.")
final class TraceCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "MONTH", description = "Month of the scorecard, such as 2015-12.")
    private String month = "";

    @Parameters(paramLabel = "MEASURE", description = "Code of the measure, such as CPP_RATE.")
    private String measure = "";

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Optional<TracedFigure> traced = application.getBean(Lineage.class).trace(asked, measure);
            spec.commandLine()
                    .getOut()
                    .print(TraceText.of(traced.orElseThrow(() -> new Misused(
                            "The scorecard of %s has no measure %s. Load the month first, or take the code from the catalogue's Measures sheet."
                                    .formatted(asked.longLabel(), measure)))));
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }
}
