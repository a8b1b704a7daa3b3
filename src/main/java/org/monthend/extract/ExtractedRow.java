package org.monthend.extract;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a table, its fields named by the layout. Cells that are blank are not there.
 *
 * @param row number of the sheet's row, from 1; where months stand across, several rows of the table come from it
 */
public record ExtractedRow(String sheet, int row, Map<Field, SourcedValue> values) {

    public Optional<SourcedValue> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Where the row is, for a message: the cell of the field, or else the row's first column. */
    public String cellOf(Field field) {
        return value(field)
                .map(SourcedValue::cell)
                .filter(cell -> !cell.isEmpty())
                .orElse("A" + row);
    }
}
