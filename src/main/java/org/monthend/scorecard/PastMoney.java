package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/**
 * What the scorecard of an earlier month said of where a budget line's year would end.
 *
 * @param madeIn the month of that scorecard
 * @param budget of the year as it was then, in pounds
 * @param expected the outturn that the finance team expected then, in pounds
 */
public record PastMoney(
        ReportingMonth madeIn, MoneyOutturn outturn, Optional<BigDecimal> budget, Optional<BigDecimal> expected) {}
