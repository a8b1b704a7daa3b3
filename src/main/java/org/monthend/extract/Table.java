package org.monthend.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.extract.format.SheetInfo;

/**
 * A table that a layout found in a workbook.
 *
 * @param headerRow the last row of its header
 * @param columns the column of each field that has one for the whole row, from 1
 * @param groups the columns that belong together where measures, organisations or months stand across: each makes a row
 *     of its own out of every row of the sheet; empty where none do
 * @param fixed what holds for every row: constants, and what the title, the file name or the sheet name says
 * @param extent where on the sheet it lies
 * @param passOver the rows that are no data, by the words of a column of theirs
 * @param footnotes the notes beneath, by {@link FootnoteMark#shared} of their marks
 * @param units how numbers of a field are written, where the layout says so
 * @param headings the cell of each heading, by the words that the layout finds it by; the first cell where several have
 *     them
 */
public record Table(
        String layout,
        Subject subject,
        SheetInfo sheet,
        int headerRow,
        Map<Field, Integer> columns,
        List<ColumnGroup> groups,
        Map<Field, SourcedValue> fixed,
        Extent extent,
        List<PassOver> passOver,
        Map<String, String> footnotes,
        Map<Field, String> units,
        Map<String, String> headings) {

    /** Whether one row of the sheet says something about several measures, organisations or months. */
    public boolean isAcross() {
        return !groups.isEmpty();
    }

    /** Whether rows can say what organisation they are about. */
    public boolean namesOrganisations() {
        return columns.containsKey(Field.ORGANISATION)
                || columns.containsKey(Field.ORGANISATION_NAME)
                || groups.stream().anyMatch(group -> group.says().containsKey(Field.ORGANISATION));
    }

    /**
     * Columns that are about the same measure, organisation and month.
     *
     * @param says what the header, or the layout, says they are about
     * @param columns the column of each figure
     * @param units how their numbers are written, where the layout says so
     */
    public record ColumnGroup(Map<Field, SourcedValue> says, Map<Field, Integer> columns, Map<Field, String> units) {

        int firstColumn() {
            return columns.values().stream().min(Integer::compare).orElse(1);
        }
    }

    /**
     * The rectangle beneath its header.
     *
     * @param firstColumn the first column that no other table to the left has
     * @param lastColumn the last column before another table to the right
     * @param nextTable the row at which the next table begins; beyond every row when there is none
     * @param notesFrom the row at which the notes begin; beyond every row when there are none
     */
    public record Extent(int firstColumn, int lastColumn, int nextTable, int notesFrom) {

        /** The first row that is no longer the table's. */
        int end() {
            return Math.min(nextTable, notesFrom);
        }
    }

    /**
     * Rows that are no data.
     *
     * @param column the column whose words say so; empty for the row's name
     * @param words a pattern; {blank} for a cell that is blank
     */
    public record PassOver(Optional<Integer> column, String words) {}
}
