package org.monthend.scorecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Unit;

/** Outturns of the A&E series for the scoring script: {@code ... OutturnPredictions target} writes target/outturn.csv. */
final class OutturnPredictions {

    private static final int YEAR = 12;

    private OutturnPredictions() {}

    public static void main(String[] arguments) throws IOException {
        StringBuilder csv = new StringBuilder("series_id,k,type,p_meet,q025,q10,q50,q90,q975\n");
        for (AttendanceSeries series : AttendanceSeries.all()) {
            for (int k : new int[] {0, 3, 6, 9}) {
                for (boolean snapshot : new boolean[] {false, true}) {
                    Outturn outturn = outturn(series, k, snapshot);
                    OutturnRange range = outturn.range().orElseThrow();
                    csv.append("%s,%d,%s,%s,%s,%s,%s,%s,%s%n"
                            .formatted(
                                    series.id(),
                                    k,
                                    snapshot ? "snap" : "fy",
                                    outturn.chance().orElseThrow(),
                                    range.low95(),
                                    range.low80(),
                                    range.median(),
                                    range.high80(),
                                    range.high95()));
                }
            }
        }
        Files.writeString(Path.of(arguments[0], "outturn.csv"), csv);
    }

    /** The third year judged from two years and k months; its target is the second year's outturn or its last month. */
    static Outturn outturn(AttendanceSeries series, int k, boolean snapshot) {
        ReportingMonth start = ReportingMonth.parse(series.start());
        Unit unit = series.kind().startsWith("PCT")
                ? Unit.PERCENT
                : series.kind().startsWith("RATE") ? Unit.PER_10000 : Unit.COUNT;
        List<MonthParts> months = new ArrayList<>();
        for (int i = 0; i < 2 * YEAR + k; i++) {
            months.add(
                    series.denominators().length == 0
                            ? MonthParts.of(series.numerators()[i])
                            : MonthParts.of(
                                    series.numerators()[i],
                                    series.denominators()[i],
                                    unit.multiplier().doubleValue()));
        }
        boolean ratio = series.denominators().length > 0;
        Aggregation aggregation = ratio ? Aggregation.RATIO : Aggregation.FLOW;
        double target = snapshot ? series.value(2 * YEAR - 1, 2 * YEAR, unit) : series.value(YEAR, 2 * YEAR, unit);
        Aim aim = series.kind().equals("COUNT_BREACH") ? Aim.atMost(target) : Aim.atLeast(target);
        FiscalYear year = start.plusMonths(2 * YEAR).fiscalYear();
        OutturnSeries known = new OutturnSeries(start.plusMonths(months.size() - 1), months, unit, aggregation);
        return snapshot
                ? OutturnRule.lastMonth(known, year, Optional.of(aim))
                : OutturnRule.outturn(known, year, Optional.of(aim));
    }
}
