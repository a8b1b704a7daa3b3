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
 * @param outlook where the line is heading; empty for progress lines, for the public copy, and in editions that were
 *     published before there was any
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
        OptionalLong revisionId,
        Optional<FinanceOutlook> outlook) {

    /** Of which nothing is told of the year's end. */
    public FinancePosition(
            FinanceLine line,
            Optional<BigDecimal> budget,
            Optional<BigDecimal> forecast,
            Optional<BigDecimal> reportedVariance,
            Optional<BigDecimal> computedVariance,
            Optional<BigDecimal> progress,
            String printedBudget,
            String printedForecast,
            String printedVariance,
            OptionalLong revisionId) {
        this(
                line,
                budget,
                forecast,
                reportedVariance,
                computedVariance,
                progress,
                printedBudget,
                printedForecast,
                printedVariance,
                revisionId,
                Optional.empty());
    }
}
