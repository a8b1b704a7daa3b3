package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.catalogue.FinanceLine;

/**
 * A finance line at a month's end, in pounds, or in percent for a progress line.
 *
 * @param budget of the financial year
 * @param forecast the outturn that the finance team expects for the year
 * @param reportedVariance forecast less budget as the finance team states it
 * @param computedVariance forecast less budget as it follows from the two figures beside it, which may be rounded
 * @param progress percent, for progress lines only
 * @param printedBudget £42.3M; empty when there is none (so for the others)
 */
public record FinancePosition(
        FinanceLine line,
        Optional<BigDecimal> budget,
        Optional<BigDecimal> forecast,
        Optional<BigDecimal> reportedVariance,
        Optional<BigDecimal> computedVariance,
        Optional<BigDecimal> progress,
        String printedBudget,
        String printedForecast,
        String printedVariance,
        OptionalLong revisionId) {}
