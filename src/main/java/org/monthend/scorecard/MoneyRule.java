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
        List<Month> spend = monthly(cumulative, last);
        int known = 0;
        double spread = 0;
        boolean[] needed = new boolean[YEAR];
        Arrays.fill(needed, true);
        for (int i = 0; i < YEAR; i++) {
            int place = spend.size() - 1 - (last.index() - year.months().get(i).index());
            Optional<Month> month =
                    place < 0 || place >= spend.size() ? Optional.empty() : Optional.of(spend.get(place));
            if (month.isPresent() && month.get().spend().isPresent()) {
                known++;
                needed[i] = month.get().stated();
                spread += month.get().stated() ? 0 : month.get().spend().getAsDouble();
            }
        }
        List<OptionalDouble> stated = spend.stream()
                .map(month -> month.stated() ? month.spend() : OptionalDouble.empty())
                .toList();
        Optional<YearDraws> months = YearDraws.of(
                new YearDraws.Source(stated, last, SeriesKind.POSITIVE, false), year, needed, Noise.Of.FIGURES);
        if (months.isEmpty()) {
            return none(year, known, "too few figures");
        }
        double[] outturns = months.get().summed();
        double certain = committed + spread;
        Arrays.setAll(outturns, path -> outturns[path] + certain);
        return judged(year, known, outturns, budget, months.get().isComplete());
    }

    /**
     * What was spent in a month.
     *
     * @param stated false where it is an even share of what several months spent: their sum is known, but a forecast that
     *     took the shares for figures would be far too sure of itself
     */
    record Month(OptionalDouble spend, boolean stated) {

        static final Month UNKNOWN = new Month(OptionalDouble.empty(), false);
    }

    /**
     * Spend month by month from April of the first year on: each cumulative figure less the one before, April's its own.
     * What was spent over months without a figure is spread evenly over them.
     */
    static List<Month> monthly(List<OptionalDouble> cumulative, ReportingMonth last) {
        if (cumulative.isEmpty()) {
            return List.of();
        }
        ReportingMonth reported = last.minusMonths(cumulative.size() - 1);
        ReportingMonth first = reported.fiscalYear().firstMonth();
        int n = last.index() - first.index() + 1;
        List<Month> spend = new ArrayList<>(Collections.nCopies(n, Month.UNKNOWN));
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
                Collections.fill(spend.subList(since, i + 1), new Month(OptionalDouble.of(each), since == i));
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
