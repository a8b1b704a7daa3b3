package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;

/** Says where a budget line will end its financial year, from its spend to date (algorithms.md, 6). */
public final class MoneyRule {

    private static final int YEAR = 12;

    private MoneyRule() {}

    /**
     * Year to date, and what is committed, and the rest of the year as the months so far carry on.
     *
     * @param cumulative spend since April of each month's own year, one for each calendar month, the last for the month
     *     "last"; a month left out is taken to lie on the line between its neighbours. It may fall, when spend is refunded
     * @param committed what is ordered for the rest of the year and is not part of the monthly run of spend, in pounds
     * @param budget of the year
     * @param year the one that the last month lies in, or the next
     */
    public static MoneyOutturn outturn(
            List<OptionalDouble> cumulative,
            ReportingMonth last,
            double committed,
            OptionalDouble budget,
            FiscalYear year) {
        List<OptionalDouble> spend = monthly(cumulative, last);
        int known = (int) year.months().stream()
                .filter(month -> !month.isAfter(last))
                .filter(month -> last.index() - month.index() < spend.size())
                .filter(month -> spend.get(spend.size() - 1 - (last.index() - month.index()))
                        .isPresent())
                .count();
        boolean[] all = new boolean[YEAR];
        Arrays.fill(all, true);
        Optional<YearDraws> months = YearDraws.of(
                new YearDraws.Source(spend, last, SeriesKind.POSITIVE, false), year, all, Noise.Of.FIGURES);
        if (months.isEmpty()) {
            return none(year, known, "too few figures");
        }
        double[] outturns = months.get().summed();
        Arrays.setAll(outturns, path -> outturns[path] + committed);
        return judged(year, known, outturns, budget, months.get().isComplete());
    }

    /**
     * Spend month by month from April of the first year on: each cumulative figure less the one before, April's its own.
     * What was spent over months without a figure is spread evenly over them.
     */
    static List<OptionalDouble> monthly(List<OptionalDouble> cumulative, ReportingMonth last) {
        if (cumulative.isEmpty()) {
            return List.of();
        }
        ReportingMonth reported = last.minusMonths(cumulative.size() - 1);
        ReportingMonth first = reported.fiscalYear().firstMonth();
        int n = last.index() - first.index() + 1;
        List<OptionalDouble> spend = new ArrayList<>(Collections.nCopies(n, OptionalDouble.empty()));
        int since = 0;
        double start = 0;
        for (int i = 0; i < n; i++) {
            if (i % YEAR == 0) {
                since = i;
                start = 0;
            }
            int place = i - (n - cumulative.size());
            OptionalDouble known = place < 0 ? OptionalDouble.empty() : cumulative.get(place);
            if (known.isPresent()) {
                double each = (known.getAsDouble() - start) / (i + 1 - since);
                Collections.fill(spend.subList(since, i + 1), OptionalDouble.of(each));
                since = i + 1;
                start = known.getAsDouble();
            }
        }
        return List.copyOf(spend);
    }

    private static MoneyOutturn judged(
            FiscalYear year, int known, double[] outturns, OptionalDouble budget, boolean complete) {
        Arrays.sort(outturns);
        if (!Double.isFinite(outturns[0]) || !Double.isFinite(outturns[outturns.length - 1])) {
            return none(year, known, "its figures cannot be added up");
        }
        OutturnRange range = complete ? OutturnRange.exactly(outturns[0]) : OutturnRange.of(outturns);
        if (budget.isEmpty()) {
            return new MoneyOutturn(year, known, Optional.of(range), OptionalDouble.empty(), "");
        }
        double limit = budget.getAsDouble();
        long over = Arrays.stream(outturns)
                .filter(outturn -> !Aim.atMost(limit).isMetBy(outturn))
                .count();
        double chance = complete ? (over > 0 ? 1 : 0) : (over + 0.5) / (outturns.length + 1);
        return new MoneyOutturn(year, known, Optional.of(range), OptionalDouble.of(chance), "");
    }

    private static MoneyOutturn none(FiscalYear year, int known, String reason) {
        return new MoneyOutturn(year, known, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
