package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;

/**
 * What is known of one measure and organisation in one month: the current revision.
 *
 * @param numerator top of the fraction, when the return gives one
 * @param denominator what it is divided by, when the return gives one
 * @param figure the value in the measure's unit, unrounded: multiplier × numerator / denominator where both are given,
 *     otherwise the value as stated
 * @param reportedText the figure as its cell showed it ("17*", "- ⁴"); empty where that adds nothing
 * @param footnoteMark the mark of its footnote ("*", "⁴"); empty without one
 * @param footnoteText the footnote itself; empty where the return gives a mark but no note
 * @param revisionId key of the revision in the warehouse; empty for months that no return has spoken of
 */
public record MonthFigure(
        ReportingMonth month,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Figure figure,
        String reportedText,
        String footnoteMark,
        String footnoteText,
        OptionalLong revisionId) {}
