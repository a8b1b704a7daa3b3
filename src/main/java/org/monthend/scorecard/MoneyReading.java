package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;

/** Tells in one sentence where a budget line is heading. */
final class MoneyReading {

    private static final int DIGITS = 3;

    /** For a range that three digits would not show. */
    private static final int MORE_DIGITS = 4;

    private MoneyReading() {}

    /**
     * Such as "Heading for £42.9M (80% likely between £42.5M and £43.4M), £612K over the budget of £42.3M; likely (85%) to
     * overspend; the finance team expects £43.1M."
     *
     * @param expected the finance team's own outturn
     */
    static String sentence(MoneyOutturn outturn, Optional<BigDecimal> budget, Optional<BigDecimal> expected) {
        String team = expected.map(pounds -> "; the finance team expects " + Printed.money(pounds))
                .orElse("");
        if (outturn.outturn().isEmpty()) {
            return "No outturn of %s: %s%s.".formatted(outturn.year().label(), outturn.reason(), team);
        }
        OutturnRange range = outturn.outturn().get();
        BigDecimal median = BigDecimal.valueOf(range.median());
        String beside = budget.map(pounds -> ", " + beside(median.subtract(pounds), pounds))
                .orElse("");
        if (outturn.isComplete()) {
            return "Ended %s with %s%s%s."
                    .formatted(
                            outturn.year().label(),
                            Printed.money(median),
                            beside,
                            expected.map(pounds -> "; the finance team says " + Printed.money(pounds))
                                    .orElse(""));
        }
        BigDecimal low = BigDecimal.valueOf(range.low80());
        BigDecimal high = BigDecimal.valueOf(range.high80());
        int digits = Printed.money(low).equals(Printed.money(high)) ? MORE_DIGITS : DIGITS;
        boolean isRange = !Printed.money(low, digits).equals(Printed.money(high, digits));
        return "Heading for %s%s%s%s%s."
                .formatted(
                        Printed.money(median, isRange ? digits : DIGITS),
                        isRange
                                ? " (80%% likely between %s and %s)"
                                        .formatted(Printed.money(low, digits), Printed.money(high, digits))
                                : "",
                        beside,
                        outturn.chanceShown()
                                .map(percent -> "; " + Reading.likely(percent) + " (" + percent + "%) to overspend")
                                .orElse(""),
                        team);
    }

    private static String beside(BigDecimal over, BigDecimal budget) {
        String size = Printed.money(over.abs());
        return size.equals(Printed.money(BigDecimal.ZERO))
                ? "the budget of " + Printed.money(budget)
                : "%s %s the budget of %s".formatted(size, over.signum() > 0 ? "over" : "under", Printed.money(budget));
    }
}
