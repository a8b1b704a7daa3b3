package org.monthend.extract;

import java.util.List;
import java.util.Map;
import org.monthend.extract.Table.ColumnGroup;
import org.monthend.extract.Table.PassOver;
import org.monthend.extract.format.CellAddress;

/**
 * What came of looking for the headings of a table in one row of a sheet.
 *
 * @param row its last row; 0 when none was found at all
 * @param firstColumn the first column that no other table to the left has
 * @param lastColumn the last one before another table to the right
 * @param found how many of the headings stand there, once or too often
 * @param headings the cell of each heading that was found, by its words
 * @param missing the words of those that were not
 */
record Header(
        int row,
        int firstColumn,
        int lastColumn,
        int found,
        Map<Field, Integer> columns,
        List<ColumnGroup> groups,
        List<PassOver> passOver,
        Map<String, String> headings,
        List<String> missing,
        List<String> faults) {

    static Header none() {
        return new Header(
                0,
                1,
                Integer.MAX_VALUE,
                0,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of("it holds no row of headings"));
    }

    boolean isComplete() {
        return found > 0 && faults.isEmpty();
    }

    /** The first of the columns that have a heading. */
    int firstOwnColumn() {
        return Math.min(
                columns.values().stream().min(Integer::compare).orElse(Integer.MAX_VALUE),
                groups.stream()
                        .map(ColumnGroup::firstColumn)
                        .min(Integer::compare)
                        .orElse(Integer.MAX_VALUE));
    }

    private int lastOwnColumn() {
        return Math.max(
                columns.values().stream().max(Integer::compare).orElse(1),
                groups.stream()
                        .flatMap(group -> group.columns().values().stream())
                        .max(Integer::compare)
                        .orElse(1));
    }

    /** Whether one of the two stands, wholly or in part, beneath the other. */
    boolean sharesColumnsWith(Header other) {
        return firstOwnColumn() <= other.lastOwnColumn() && other.firstOwnColumn() <= lastOwnColumn();
    }

    /** The cell that a message about it names; empty when there is none. */
    String cell() {
        return row == 0 ? "" : CellAddress.columnLetters(firstColumn) + row;
    }
}
