package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;

/** Says where a budget line is heading, from what its months say (algorithms.md, 6). */
final class FinanceRule {

    /** So long may spend be silent before it is no ground any more, as in {@link Stretch}. */
    private static final int LONGEST_SILENCE = 2;

    private FinanceRule() {}

    /**
     * The outlook of a line at the end of a month.
     *
     * @param said what the line states, at most once for each month and nothing of later ones; in any order
     * @param past what earlier scorecards said; those of this month and later ones change nothing
     */
    static FinanceOutlook outlook(
            ReportingMonth month, List<ScorecardFigures.ReportedFinance> said, List<PastMoney> past) {
        List<SpendMonth> months = said.stream()
                .sorted(Comparator.comparing(ScorecardFigures.ReportedFinance::month))
                .map(each -> new SpendMonth(
                        each.month(),
                        each.spendToDate(),
                        each.committed(),
                        each.budget(),
                        each.forecast(),
                        each.source(),
                        each.revisionId()))
                .toList();
        FiscalYear year = month.fiscalYear();
        Optional<SpendMonth> last = last(
                months.stream().filter(each -> each.spendToDate().isPresent()).toList());
        Optional<BigDecimal> budget = last(months.stream()
                        .filter(each -> each.month().fiscalYear().equals(year)
                                && each.budget().isPresent())
                        .toList())
                .flatMap(SpendMonth::budget);
        Optional<BigDecimal> committed = last.filter(each ->
                        each.month().fiscalYear().equals(year) && !each.month().equals(year.lastMonth()))
                .flatMap(SpendMonth::committed);
        MoneyOutturn outturn = outturn(month, months, last, committed, budget);
        Optional<BigDecimal> expected =
                last(months).filter(each -> each.month().equals(month)).flatMap(SpendMonth::expected);
        return new FinanceOutlook(
                outturn,
                committed,
                budget,
                months,
                MoneyAccuracy.of(
                        past.stream()
                                .filter(each -> each.madeIn().isBefore(month))
                                .toList(),
                        came(months)),
                MoneyReading.sentence(outturn, budget, expected));
    }

    private static MoneyOutturn outturn(
            ReportingMonth month,
            List<SpendMonth> months,
            Optional<SpendMonth> last,
            Optional<BigDecimal> committed,
            Optional<BigDecimal> budget) {
        FiscalYear year = month.fiscalYear();
        if (last.isEmpty()) {
            return none(year, 0, "no spend to date has been reported");
        }
        ReportingMonth known = last.get().month();
        if (month.index() - known.index() > LONGEST_SILENCE) {
            int monthsKnown = Math.max(0, known.index() - year.firstMonth().index() + 1);
            return none(year, monthsKnown, "no spend to date has been reported since " + known.label());
        }
        TreeMap<ReportingMonth, BigDecimal> spend = new TreeMap<>();
        months.forEach(each -> each.spendToDate().ifPresent(pounds -> spend.put(each.month(), pounds)));
        List<OptionalDouble> cumulative = ReportingMonth.range(spend.firstKey(), month).stream()
                .map(each -> Optional.ofNullable(spend.get(each))
                        .map(pounds -> OptionalDouble.of(pounds.doubleValue()))
                        .orElse(OptionalDouble.empty()))
                .toList();
        return MoneyRule.outturn(
                cumulative,
                month,
                committed.map(BigDecimal::doubleValue).orElse(0.0),
                budget.map(pounds -> OptionalDouble.of(pounds.doubleValue())).orElse(OptionalDouble.empty()),
                year);
    }

    /** The spend to date of March, which is what the year came to. */
    private static Map<FiscalYear, BigDecimal> came(List<SpendMonth> months) {
        Map<FiscalYear, BigDecimal> came = new HashMap<>();
        for (SpendMonth each : months) {
            FiscalYear year = each.month().fiscalYear();
            if (each.month().equals(year.lastMonth())) {
                each.spendToDate().ifPresent(pounds -> came.put(year, pounds));
            }
        }
        return came;
    }

    private static Optional<SpendMonth> last(List<SpendMonth> months) {
        return months.isEmpty() ? Optional.empty() : Optional.of(months.get(months.size() - 1));
    }

    private static MoneyOutturn none(FiscalYear year, int known, String reason) {
        return new MoneyOutturn(year, known, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
