package org.monthend.extract.format;

/**
 * One cell that is not blank.
 *
 * @param row row of the sheet, from 1; in a CSV the line on which the record starts
 * @param column column of the sheet, from 1
 */
public record Cell(int row, int column, CellValue value) {

    /** The address as a spreadsheet shows it, such as F14. */
    public String address() {
        return CellAddress.of(row, column);
    }
}
