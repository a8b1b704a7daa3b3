package org.monthend.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.Lineage;
import org.monthend.steward.TraceText;
import org.monthend.steward.TracedFigure;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--organisation",
            paramLabel = "CODE",
            description = "The figure of a locality, such as NORTH, rather than that of the whole.")
    private @Nullable String organisation;

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Lineage lineage = application.getBean(Lineage.class);
            Optional<TracedFigure> traced = lineage.trace(
                    asked, measure, Optional.ofNullable(organisation).map(String::strip));
            spec.commandLine().getOut().print(TraceText.of(traced.orElseThrow(() -> nothing(lineage, asked))));
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }

    private Misused nothing(Lineage lineage, ReportingMonth asked) {
        List<String> known = organisation == null ? List.of() : lineage.organisations(asked, measure);
        return new Misused(
                known.isEmpty()
                        ? "The scorecard of %s has no measure %s. Load the month first, or take the code from the catalogue's Measures sheet."
                                .formatted(asked.longLabel(), measure)
                        : "The scorecard of %s has no %s of '%s'. It has that of %s."
                                .formatted(asked.longLabel(), measure, organisation, String.join(", ", known)));
    }
}
