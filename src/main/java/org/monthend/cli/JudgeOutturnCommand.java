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
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the last financial year of each series ends, as it looked after some of its months. */
@Command(
        name = "outturn",
        mixinStandardHelpOptions = true,
        description = {
            "Where the last financial year of each series ends.",
            "It says how that looked when k of the year's months were known (April to March), and how likely the year was to "
                    + "do as well as the one before. Reads series_id, kind (PCT..., RATE... per 10,000 or COUNT...), "
                    + "start_month (2016-04), numerators and denominators (monthly, oldest first, parted by ; and blank where "
                    + "missing), and, if it is there, direction (increase or decrease; without it breaches ought to decrease "
                    + "and all else to increase).",
            "A kind SPEND... is a budget line: numerators are its spend since April of each month's own year, budget and "
                    + "committed may follow. It has one line, as it looks now: spend to date, what is committed and the rest of "
                    + "the year as it goes on; p_meet is the chance that the year stays within the budget.",
            "Writes series_id, k (0, 3, 6 and 9), type (fy: the year; snap: its March), p_meet, q025, q10, q50, q90 and q975."
        })
final class JudgeOutturnCommand implements Callable<Integer> {

    static final List<String> COLUMNS =
            List.of("series_id", "k", "type", "p_meet", "q025", "q10", "q50", "q90", "q975");

    private static final int[] MONTHS_KNOWN = {0, 3, 6, 9};

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
                            FiscalSeries.COLUMNS,
                            List.of("direction", "budget", "committed"),
                            spec.commandLine().getErr())
                    .judgeRows(List.of(output), List.of(COLUMNS), JudgeOutturnCommand::judge);
        }
    }

    private static SeriesVerdict judge(List<CsvRow> rows) {
        CsvLines lines = new CsvLines();
        List<String> faults = new ArrayList<>();
        SeriesCells.each(rows, faults, row -> {
            if (SpendSeries.isOne(row)) {
                write(lines, SpendSeries.of(row));
            } else {
                write(lines, FiscalSeries.of(row));
            }
        });
        return new SeriesVerdict(List.of(lines), faults, List.of());
    }

    /** Of a year that is not over, it is looked at no later than after its months so far. */
    private static void write(CsvLines lines, FiscalSeries series) {
        for (int known : MONTHS_KNOWN) {
            if (known <= series.ofTheYear() && series.beforeTheYear() + known > 0) {
                write(lines, series, known, false);
                write(lines, series, known, true);
            }
        }
    }

    private static void write(CsvLines lines, SpendSeries series) {
        MoneyOutturn outturn = series.outturn();
        OptionalDouble overspend = outturn.chanceOfOverspend();
        write(
                lines.line()
                        .text(series.id())
                        .whole(outturn.monthsKnown())
                        .text("fy")
                        .number(overspend.isPresent() ? OptionalDouble.of(1 - overspend.getAsDouble()) : overspend),
                outturn.outturn());
    }

    /** As it looks now, with all that is known. */
    static void writeLatest(CsvLines lines, FiscalSeries series) {
        write(lines, series, series.ofTheYear(), false);
        write(lines, series, series.ofTheYear(), true);
    }

    private static void write(CsvLines lines, FiscalSeries series, int known, boolean lastMonth) {
        Outturn outturn = series.outturn(known, lastMonth);
        write(
                lines.line()
                        .text(series.id())
                        .whole(known)
                        .text(lastMonth ? "snap" : "fy")
                        .number(outturn.chance()),
                outturn.range());
    }

    private static void write(CsvLines.Line line, Optional<OutturnRange> outturn) {
        if (outturn.isEmpty()) {
            line.blank().blank().blank().blank().blank().end();
            return;
        }
        OutturnRange range = outturn.get();
        line.number(range.low95())
                .number(range.low80())
                .number(range.median())
                .number(range.high80())
                .number(range.high95())
                .end();
    }
}
