package org.monthend.extract.format;

/** A rectangle of cells shown as one; only the top left one holds a value. Rows and columns from 1, both ends included. */
public record MergedRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    /** The range as a spreadsheet writes it, such as B2:D3. */
    public String address() {
        return CellAddress.of(firstRow, firstColumn) + ":" + CellAddress.of(lastRow, lastColumn);
    }
}
