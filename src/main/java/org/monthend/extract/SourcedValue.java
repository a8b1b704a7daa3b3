package org.monthend.extract;

import org.monthend.extract.format.CellValue;

/**
 * A value and where it was found.
 *
 * @param cell address such as F14; empty for what the layout says itself, or the file's or sheet's name
 */
public record SourcedValue(CellValue value, String cell) {}
