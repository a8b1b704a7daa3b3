package org.monthend.catalogue;

/**
 * One part of a layout.
 *
 * @param part what is described: sheet, rows are, header tiers, a field (measure, month, numerator …), code, pass over,
 *     notes
 * @param where how it is found: column, header, title, file name, sheet name, constant; empty where it needs none
 * @param words the words it is found by, or the text itself for a constant; tiers are joined by " > "
 * @param unit how its figures are written: fraction, percent, pounds …; empty for the measure's own unit
 */
public record LayoutPart(String part, String where, String words, String unit) {}
