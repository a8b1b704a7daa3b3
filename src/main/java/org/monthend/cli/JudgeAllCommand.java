package org.monthend.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.monthend.catalogue.Unit;
import org.monthend.extract.format.CsvRow;
import org.monthend.publish.CsvLines;
import org.monthend.scorecard.ChartSettings;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.Screening;
import org.monthend.scorecard.SeriesKind;
import org.monthend.scorecard.VariationRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trend, control chart, forecast and outturn of each series in one pass. */
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description = {
            "All four of each series, in one pass over the file.",
            "Reads what outturn reads and, if they are there, unit (the smallest step that a page would show; without it 1, of "
                    + "PCT and RATE 0.1) and target.",
            "Writes trend.csv, spc.csv, spc-summary.csv, forecast.csv and outturn.csv, each as the command of its name; the "
                    + "outturn as it looks now, with all months of the year that are known."
        })
final class JudgeAllCommand implements Callable<Integer> {

    private static final double UNIT_OF_FRACTIONS = 0.1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The series.")
    private Path csv = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder that gets the five files.")
    private Path out = Path.of("");

    @Option(names = "--horizon", paramLabel = "N", description = "How many months ahead, 1 to 120 (default: 12).")
    private int horizon = 12;

    @Override
    public Integer call() throws IOException {
        JudgeForecastCommand.checkHorizon(horizon);
        List<SeriesOutput> outputs = new ArrayList<>();
        try (Closeable all = () -> closeAll(outputs)) {
            for (String name : List.of("trend", "spc", "spc-summary", "forecast", "outturn")) {
                outputs.add(SeriesOutput.to(out.resolve(name + ".csv"), csv));
            }
            return new SeriesStream(
                            csv,
                            FiscalSeries.COLUMNS,
                            List.of("direction", "unit", "target"),
                            spec.commandLine().getErr())
                    .judgeRows(
                            outputs,
                            List.of(
                                    JudgeTrendCommand.COLUMNS,
                                    JudgeSpcCommand.POINT_COLUMNS,
                                    JudgeSpcCommand.SUMMARY_COLUMNS,
                                    JudgeForecastCommand.COLUMNS,
                                    JudgeOutturnCommand.COLUMNS),
                            this::judge);
        }
    }

    private static void closeAll(List<SeriesOutput> outputs) throws IOException {
        for (SeriesOutput output : outputs) {
            output.close();
        }
    }

    private SeriesVerdict judge(List<CsvRow> rows) {
        List<CsvLines> texts = Stream.generate(CsvLines::new).limit(5).toList();
        List<String> faults = new ArrayList<>();
        SeriesCells.each(rows, faults, row -> {
            FiscalSeries series = FiscalSeries.of(row);
            String unit = row.cells().get(FiscalSeries.COLUMNS.size() + 1);
            write(
                    texts,
                    series,
                    unit.isBlank() ? unit(series) : SeriesCells.unit(unit, "unit"),
                    SeriesCells.number(row.cells().get(FiscalSeries.COLUMNS.size() + 2), "target"));
        });
        return new SeriesVerdict(texts, faults, List.of());
    }

    private static double unit(FiscalSeries series) {
        return series.unit() == Unit.COUNT ? 1 : UNIT_OF_FRACTIONS;
    }

    private void write(List<CsvLines> texts, FiscalSeries series, double unit, OptionalDouble target) {
        List<OptionalDouble> values = series.values();
        JudgeTrendCommand.write(texts.get(0), series.id(), values, unit);
        ControlChart chart = VariationRule.judge(
                values,
                new ChartSettings(Set.of(), OptionalInt.empty(), Screening.ON),
                series.direction(),
                target.isPresent() ? SpcCase.aim(target.getAsDouble(), series.direction()) : Optional.empty());
        JudgeSpcCommand.write(
                texts.get(1), series.id(), series.labels(), Collections.nCopies(values.size(), true), chart);
        JudgeSpcCommand.writeSummary(texts.get(2), series.id(), chart);
        JudgeForecastCommand.write(texts.get(3), series.id(), values, SeriesKind.of(series.unit()), horizon);
        JudgeOutturnCommand.writeLatest(texts.get(4), series);
    }
}
