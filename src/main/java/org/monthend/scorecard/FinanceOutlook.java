package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where a budget line is heading in the financial year of the scorecard's month, and what that was told from.
 *
 * @param committed pounds that the outturn counts as ordered for the rest of the year; empty where none were stated
 * @param budget of the year in pounds, as last stated in it
 * @param months what was known of each month, the oldest first
 * @param accuracy how good past outturns were, by months known, the fewest first; empty before any year has ended
 * @param sentence what a reader is told
 */
public record FinanceOutlook(
        MoneyOutturn outturn,
        Optional<BigDecimal> committed,
        Optional<BigDecimal> budget,
        List<SpendMonth> months,
        List<MoneyAccuracy> accuracy,
        String sentence) {}
