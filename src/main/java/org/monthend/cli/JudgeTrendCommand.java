package org.monthend.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.catalogue.Polarity;
import org.monthend.extract.format.CsvRow;
import org.monthend.publish.CsvLines;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Trend;
import org.monthend.scorecard.TrendRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The six-month trend of each series. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description = {
            "The six-month trend of each series.",
            "Reads case_id, unit (the smallest step that a page would show, such as 0.1) and values (monthly, oldest first, "
                    + "parted by ; and blank where missing).",
            "Writes case_id, arrow (UP, DOWN, FLAT or NONE), z and D."
        })
final class JudgeTrendCommand implements Callable<Integer> {

    static final List<String> COLUMNS = List.of("case_id", "arrow", "z", "D");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The series.")
    private Path csv = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        try (SeriesOutput output = SeriesOutput.to(out, csv, spec)) {
            return new SeriesStream(
                            csv,
                            List.of("case_id", "unit", "values"),
                            List.of(),
                            spec.commandLine().getErr())
                    .judgeRows(List.of(output), List.of(COLUMNS), JudgeTrendCommand::judge);
        }
    }

    private static SeriesVerdict judge(List<CsvRow> rows) {
        CsvLines lines = new CsvLines();
        List<String> faults = new ArrayList<>();
        SeriesCells.each(rows, faults, row -> {
            double unit = SeriesCells.unit(row.cells().get(1), "unit");
            write(lines, row.cells().get(0), SeriesCells.values(row.cells().get(2), "values"), unit);
        });
        return new SeriesVerdict(List.of(lines), faults, List.of());
    }

    static void write(CsvLines lines, String id, List<OptionalDouble> values, double unit) {
        Trend trend = TrendRule.judge(values, unit, Polarity.CONTEXT);
        lines.line()
                .text(id)
                .text(arrow(trend.direction()))
                .number(trend.z())
                .number(trend.change())
                .end();
    }

    private static String arrow(Direction direction) {
        return switch (direction) {
            case UP -> "UP";
            case DOWN -> "DOWN";
            case LEVEL -> "FLAT";
            case NONE -> "NONE";
        };
    }
}
