package org.monthend.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.extract.format.CsvRow;
import org.monthend.publish.CsvLines;
import org.monthend.scorecard.ForecastRule;
import org.monthend.scorecard.SeriesKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The forecast of each series with its intervals. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "The forecast of each series, with intervals.",
            "Reads series_id and values (monthly, oldest first, parted by ; and blank where missing).",
            "Writes series_id, h, mean, lo80, hi80, lo95 and hi95, one row a month ahead. The numbers are blank where a "
                    + "series has fewer than three figures or ends in three silent months."
        })
final class JudgeForecastCommand implements Callable<Integer> {

    static final List<String> COLUMNS = List.of("series_id", "h", "mean", "lo80", "hi80", "lo95", "hi95");

    private static final int FARTHEST = 120;

    /** What the figures are, which decides the scale that they are forecast on. */
    enum Kind {
        AUTO(SeriesKind.POSITIVE),
        PERCENT(SeriesKind.PERCENT),
        COUNT(SeriesKind.COUNT),
        POSITIVE(SeriesKind.POSITIVE);

        private final SeriesKind series;

        Kind(SeriesKind series) {
            this.series = series;
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The series.")
    private Path csv = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--horizon", paramLabel = "N", description = "How many months ahead, 1 to 120 (default: 12).")
    private int horizon = 12;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "What the figures are: percent (0 to 100), count, positive, or auto (default), which goes by the "
                            + "figures: their logarithms where none comes near 0, else their roots, and as they are where any is "
                            + "negative.")
    private Kind kind = Kind.AUTO;

    @Override
    public Integer call() throws IOException {
        checkHorizon(horizon);
        try (SeriesOutput output = SeriesOutput.to(out, csv, spec)) {
            return new SeriesStream(
                            csv,
                            List.of("series_id", "values"),
                            List.of(),
                            spec.commandLine().getErr())
                    .judgeRows(List.of(output), List.of(COLUMNS), this::judge);
        }
    }

    static void checkHorizon(int months) {
        if (months < 1 || months > FARTHEST) {
            throw new Misused(
                    "--horizon is %d; give the months ahead as a number from 1 to %d.".formatted(months, FARTHEST));
        }
    }

    private SeriesVerdict judge(List<CsvRow> rows) {
        CsvLines lines = new CsvLines();
        List<String> faults = new ArrayList<>();
        SeriesCells.each(
                rows,
                faults,
                row -> write(
                        lines,
                        row.cells().get(0),
                        SeriesCells.values(row.cells().get(1), "values"),
                        kind.series,
                        horizon));
        return new SeriesVerdict(List.of(lines), faults, List.of());
    }

    /** No interval is widened to a display unit here, since a csv tells of none. */
    static void write(CsvLines lines, String id, List<OptionalDouble> values, SeriesKind kind, int horizon) {
        Optional<ForecastRule.Outlook> outlook = ForecastRule.outlook(values, kind, 0, horizon);
        for (int h = 1; h <= horizon; h++) {
            CsvLines.Line line = lines.line().text(id).whole(h);
            if (outlook.isPresent()) {
                ForecastRule.Span span = outlook.get().months().get(h - 1);
                line.number(span.mean())
                        .number(span.low80())
                        .number(span.high80())
                        .number(span.low95())
                        .number(span.high95())
                        .end();
            } else {
                line.blank().blank().blank().blank().blank().end();
            }
        }
    }
}
