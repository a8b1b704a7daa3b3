package org.monthend.extract;

import java.util.List;
import java.util.Map;
import org.monthend.extract.format.SheetInfo;

/**
 * A table that a layout found in a workbook.
 *
 * @param headerRow the last row of its header
 * @param columns the column of each field that has one, from 1
 * @param across the columns of months, quarters or categories that stand across, each with figures of its own; empty
 *     where nothing does
 * @param figureAcross which figure their cells hold, unless a figure column says so
 * @param fixed what holds for every row: constants, and what the title, the file name or the sheet name says
 * @param notesFrom the row at which the notes begin; the last row of all when there are none
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
        List<AcrossColumn> across,
        Field figureAcross,
        Map<Field, SourcedValue> fixed,
        int notesFrom,
        Map<String, String> footnotes,
        Map<Field, String> units,
        Map<String, String> headings) {

    /**
     * One column of those that stand across.
     *
     * @param names what its heading names: a month, a quarter or a category
     * @param heading the header cell that says which
     */
    public record AcrossColumn(int column, Field names, SourcedValue heading) {}
}
