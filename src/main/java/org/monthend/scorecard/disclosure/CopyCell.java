package org.monthend.scorecard.disclosure;

/**
 * One figure of a copy.
 *
 * @param line code of the measure or scheme
 * @param period Dec-15 or 2015/16 Qtr2; code of the category in a scheme; "baseline" for a measure's baseline
 */
public record CopyCell(String line, String period) {}
