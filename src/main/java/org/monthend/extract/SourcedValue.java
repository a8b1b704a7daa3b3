package org.monthend.extract;

import org.monthend.extract.format.CellValue;

/**
 * A value and where it was found.
 *
 * @param cell address such as F14; empty for what the layout says itself, or the file's or sheet's name
 * @param unit how its numbers are written, where the layout says so of its column; empty for the measure's own unit
 */
public record SourcedValue(CellValue value, String cell, String unit) {

    public SourcedValue(CellValue value, String cell) {
        this(value, cell, "");
    }
}
