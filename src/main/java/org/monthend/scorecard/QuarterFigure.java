package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;

/**
 * What an earlier scorecard reported of one measure and organisation in a whole quarter: the current revision.
 *
 * @param figure in the measure's unit, as rounded as it was printed; or why there is none
 * @param footnoteMark the mark of its footnote; empty without one
 * @param footnoteText the footnote itself; empty where the scorecard gives a mark but no note
 * @param reportedIn the month of the scorecard that says so
 * @param revisionId key of the revision in the warehouse
 */
public record QuarterFigure(
        FiscalQuarter quarter,
        Figure figure,
        String footnoteMark,
        String footnoteText,
        ReportingMonth reportedIn,
        OptionalLong revisionId) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Whether a computed figure is another one: further away than half of the last digit that was printed, which is the
     * measure's last decimal or a smaller one that was given; or the one is a figure and the other is not.
     */
    boolean differsFrom(Figure computed, Measure measure) {
        if (figure.reportedValue().isEmpty() || computed.reportedValue().isEmpty()) {
            return figure.reportedValue().isPresent()
                    != computed.reportedValue().isPresent();
        }
        BigDecimal stated = figure.reportedValue().get();
        int decimals = Math.max(measure.decimals(), stated.stripTrailingZeros().scale());
        return stated.subtract(computed.reportedValue().get()).abs().compareTo(HALF.scaleByPowerOfTen(-decimals)) > 0;
    }
}
