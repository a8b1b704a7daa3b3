package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;

/** One row of a return that has passed its rules, with the cells that it came from. */
public sealed interface Statement {

    String organisationCode();

    ReportingMonth month();

    String sheet();

    /**
     * What a return says of a measure.
     *
     * @param statedValue the value as written beside numerator and denominator, or alone; in the measure's unit
     * @param figure multiplier × numerator / denominator where both are given, otherwise the stated value; exact
     * @param reportedText what the cell showed; empty where the figure was not stated but computed
     * @param footnoteText the note of the mark, or the row's comment; empty without
     */
    record MeasureStatement(
            String measureCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> statedValue,
            Figure figure,
            String reportedText,
            String footnoteMark,
            String footnoteText,
            String sheet,
            String numeratorCell,
            String denominatorCell,
            String valueCell)
            implements Statement {}

    /** What a return says of a finance line: pounds, or percent for progress. */
    record FinanceStatement(
            String lineCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> budget,
            Optional<BigDecimal> forecast,
            Optional<BigDecimal> variance,
            Optional<BigDecimal> progress,
            String budgetText,
            String forecastText,
            String varianceText,
            String sheet,
            String budgetCell,
            String forecastCell,
            String varianceCell)
            implements Statement {}

    /** How many, or what percentage, of a whole fall into a category of a scheme. */
    record DistributionStatement(
            String scheme,
            String categoryCode,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> count,
            BigDecimal share,
            String sheet,
            String cell)
            implements Statement {}

    /** How many internal audits ended in an opinion, in the year to date. */
    record AuditStatement(
            String scheme,
            String categoryCode,
            String organisationCode,
            ReportingMonth month,
            BigDecimal count,
            String sheet,
            String cell)
            implements Statement {}

    /** What a project reports; RAG as codes of the scheme RAG. */
    record ProjectStatement(
            String projectCode,
            String organisationCode,
            ReportingMonth month,
            String progress,
            String finance,
            String narrative,
            String sheet,
            String progressCell,
            String financeCell,
            String narrativeCell)
            implements Statement {}
}
