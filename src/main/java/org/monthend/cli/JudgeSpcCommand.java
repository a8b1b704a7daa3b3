package org.monthend.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.monthend.catalogue.ProcessLimits;
import org.monthend.extract.format.CsvRow;
import org.monthend.publish.CsvLines;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.Variation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The control chart of each case. */
@Command(
        name = "spc",
        mixinStandardHelpOptions = true,
        description = {
            "The control chart of each case.",
            "By the rules of NHS England's Making Data Count. Reads one row a period: case, period, value (blank where "
                    + "missing), direction (increase, decrease or neutral), target, rebase (periods at which the limits start "
                    + "afresh, parted by ;), fix_after_n and screen_outliers; the rows of a case stand together.",
            "Writes limits and kind of every point; with --summary variation and assurance of every case."
        })
final class JudgeSpcCommand implements Callable<Integer> {

    static final List<String> POINT_COLUMNS = List.of(
            "case",
            "period",
            "rebase_group",
            "mean",
            "lpl",
            "upl",
            "relative_to_mean",
            "close_to_limits",
            "outside_limits",
            "special_cause_type",
            "point_type",
            "short_group");

    static final List<String> SUMMARY_COLUMNS = List.of("case", "error", "assurance", "variation");

    /** The reference package calls a group short with one figure more than the fewest for firm limits. */
    private static final int LONGEST_SHORT_GROUP = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The points.")
    private Path csv = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the points (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--summary", paramLabel = "FILE", description = "Where to write the summary of every case.")
    private @Nullable Path summary;

    @Override
    public Integer call() throws IOException {
        SeriesStream stream = new SeriesStream(
                csv, SpcCase.COLUMNS, List.of(), spec.commandLine().getErr());
        try (SeriesOutput points = SeriesOutput.to(out, csv, spec)) {
            if (summary == null) {
                return stream.judgeGroups(List.of(points), List.of(POINT_COLUMNS), JudgeSpcCommand::judge);
            }
            if (summary.equals(out)) {
                throw new Misused("--out and --summary name the same file. Name two.");
            }
            try (SeriesOutput summaries = SeriesOutput.to(summary, csv)) {
                return stream.judgeGroups(
                        List.of(points, summaries), List.of(POINT_COLUMNS, SUMMARY_COLUMNS), JudgeSpcCommand::judge);
            }
        }
    }

    private static SeriesVerdict judge(List<CsvRow> rows) {
        CsvLines points = new CsvLines();
        CsvLines summaries = new CsvLines();
        List<String> faults = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (List<CsvRow> ofCase : cases(rows)) {
            SpcCase.of(ofCase, faults, notes).ifPresent(judged -> {
                write(
                        points,
                        judged.name(),
                        judged.periods().stream().map(SpcCase.Period::label).toList(),
                        judged.periods().stream().map(SpcCase.Period::isSound).toList(),
                        judged.chart());
                writeSummary(summaries, judged.name(), judged.chart());
            });
        }
        return new SeriesVerdict(List.of(points, summaries), faults, notes);
    }

    /** Rows that follow one another and are of one case. */
    private static List<List<CsvRow>> cases(List<CsvRow> rows) {
        int[] starts = IntStream.range(0, rows.size())
                .filter(i -> i == 0
                        || !rows.get(i)
                                .cells()
                                .get(0)
                                .equals(rows.get(i - 1).cells().get(0)))
                .toArray();
        return IntStream.range(0, starts.length)
                .mapToObj(i -> rows.subList(starts[i], i + 1 < starts.length ? starts[i + 1] : rows.size()))
                .toList();
    }

    /**
     * Writes a line for each place of a series.
     *
     * @param labels what the places are called
     * @param isShown of each place, whether it gets a line; one without a figure has limits alone
     */
    static void write(CsvLines lines, String name, List<String> labels, List<Boolean> isShown, ControlChart chart) {
        int next = 0;
        int segment = 0;
        for (int place = 0; place < labels.size(); place++) {
            boolean isPoint =
                    next < chart.points().size() && chart.points().get(next).position() == place;
            while (segment + 1 < chart.segments().size()
                    && chart.segments().get(segment + 1).start() <= place) {
                segment++;
            }
            if (isShown.get(place)) {
                CsvLines.Line line = lines.line().text(name).text(labels.get(place));
                writeLimits(line, segment, chart);
                if (isPoint) {
                    writePoint(line, chart.points().get(next));
                } else {
                    line.blank().blank().blank().blank().blank();
                }
                line.truth(isShort(segment, chart)).end();
            }
            next += isPoint ? 1 : 0;
        }
    }

    private static void writeLimits(CsvLines.Line line, int segment, ControlChart chart) {
        line.whole(segment);
        if (chart.segments().isEmpty()) {
            line.blank().blank().blank();
            return;
        }
        ProcessLimits limits = chart.segments().get(segment).limits();
        line.number(limits.mean()).number(limits.lower()).number(limits.upper());
    }

    private static void writePoint(CsvLines.Line line, ControlPoint point) {
        line.whole(point.side())
                .truth(point.nearLimit())
                .truth(point.outside())
                .text(point.cause().word())
                .text(point.variation().word());
    }

    private static boolean isShort(int segment, ControlChart chart) {
        return chart.segments().isEmpty() || chart.segments().get(segment).figures() <= LONGEST_SHORT_GROUP;
    }

    static void writeSummary(CsvLines lines, String name, ControlChart chart) {
        lines.line()
                .text(name)
                .text(chart.reason())
                .text(chart.assurance().word())
                .text(chart.variation().map(Variation::word).orElse(""))
                .end();
    }
}
