package org.monthend.scorecard;

import org.monthend.catalogue.Figure;

/**
 * The figure of a quarter or of the latest month as one cell of the page.
 *
 * @param period 2014/15 Qtr3 or Dec-15
 * @param figure unrounded, in the measure's unit
 * @param printed what the page shows; empty where the cell before it speaks for this one too ("new measure")
 * @param footnoteMark mark of a footnote, part of what is printed; empty without one
 * @param monthsKnown how many months of the period have a figure
 * @param partial fewer months are known than the period has, so the figure may still change
 */
public record PeriodFigure(
        String period, Figure figure, String printed, String footnoteMark, int monthsKnown, boolean partial) {}
