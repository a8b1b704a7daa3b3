package org.monthend.extract;

import java.util.Map;
import java.util.Optional;
import org.monthend.extract.format.CellAddress;

/**
 * One row of a table, its fields named by the layout. Cells that are blank are not there.
 *
 * @param row number of the sheet's row, from 1; where measures, organisations or months stand across, several rows of
 *     the table come from it
 * @param firstColumn the first of its columns on the sheet, from 1: of the whole table, or of the columns across that it
 *     comes from
 */
public record ExtractedRow(String sheet, int row, int firstColumn, Map<Field, SourcedValue> values) {

    public Optional<SourcedValue> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The address of the field's cell; empty when it has none. */
    public String addressOf(Field field) {
        return value(field).map(SourcedValue::cell).orElse("");
    }

    /** Where the row is, for a message: the cell of the field, or else the row's first column. */
    public String cellOf(Field field) {
        String address = addressOf(field);
        return address.isEmpty() ? CellAddress.columnLetters(firstColumn) + row : address;
    }
}
