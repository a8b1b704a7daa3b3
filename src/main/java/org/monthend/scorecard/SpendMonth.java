package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;

/**
 * What is known of a budget line's money at a month's end, in pounds.
 *
 * @param spendToDate spend since April of the month's own financial year
 * @param committed what was ordered for the rest of that year and is no part of the monthly run of spend
 * @param budget of that year
 * @param expected the outturn of that year that the finance team expected then
 * @param source file, sheet and cells of the statement; empty where it is not known
 * @param revisionId of the statement that said so; empty for what was computed without being kept
 */
public record SpendMonth(
        ReportingMonth month,
        Optional<BigDecimal> spendToDate,
        Optional<BigDecimal> committed,
        Optional<BigDecimal> budget,
        Optional<BigDecimal> expected,
        String source,
        OptionalLong revisionId) {}
