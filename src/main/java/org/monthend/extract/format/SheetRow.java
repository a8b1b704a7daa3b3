package org.monthend.extract.format;

import java.util.List;

/**
 * One row of a sheet that holds at least one value.
 *
 * @param number row of the sheet, from 1; in a CSV the line on which the record starts
 * @param cells the cells that are not blank, each column once, by ascending column
 * @param hidden whether the author hid the row, by hand or by a filter
 */
public record SheetRow(int number, List<Cell> cells, boolean hidden) {

    public SheetRow {
        cells = List.copyOf(cells);
    }
}
