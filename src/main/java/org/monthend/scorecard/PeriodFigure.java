package org.monthend.scorecard;

import java.util.Optional;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;

/**
 * The figure of a quarter or of the latest month as one cell of the page.
 *
 * @param period 2014/15 Qtr3 or Dec-15
 * @param figure unrounded, in the measure's unit
 * @param printed what the page shows; empty where the cell before it speaks for this one too ("new measure")
 * @param footnoteMark mark of a footnote, part of what is printed; empty without one
 * @param monthsKnown how many months of the period have a figure
 * @param partial fewer months are known than the period has, so the figure may still change
 * @param basis whether the figure is that of the months, or that of an earlier scorecard
 * @param reported what an earlier scorecard reported of the quarter, whichever of the two is shown; empty without one
 */
public record PeriodFigure(
        String period,
        Figure figure,
        String printed,
        String footnoteMark,
        int monthsKnown,
        boolean partial,
        Basis basis,
        Optional<QuarterFigure> reported) {

    /** A figure of months, of which no earlier scorecard speaks. */
    public PeriodFigure(
            String period, Figure figure, String printed, String footnoteMark, int monthsKnown, boolean partial) {
        this(period, figure, printed, footnoteMark, monthsKnown, partial, Basis.COMPUTED, Optional.empty());
    }

    /** The earlier scorecard's statement where that is what the cell shows. */
    public Optional<QuarterFigure> shownAsReported() {
        return reported.filter(statement -> basis == Basis.REPORTED);
    }

    /** The earlier scorecard's statement where the months say something else, by more than rounding. */
    public Optional<QuarterFigure> contradicted(Measure measure) {
        return reported.filter(statement -> basis == Basis.COMPUTED && statement.differsFrom(figure, measure));
    }

    PeriodFigure withPrinted(String text) {
        return new PeriodFigure(period, figure, text, footnoteMark, monthsKnown, partial, basis, reported);
    }
}
