package org.monthend.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;

/**
 * A row that was not loaded, with its cells as they were.
 *
 * @param number which row of the return it is, counted from 1 in the order of reading
 * @param row number of the sheet's row; where months stand across, several rows of the return come from it
 * @param cells what stood in them, by address such as F14; blank ones are not there
 * @param rules what kept it out
 */
public record RejectedRow(int number, String sheet, int row, Map<String, String> cells, Set<Rule> rules) {

    static RejectedRow of(int number, ExtractedRow row, Set<Rule> rules) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.values().values().stream()
                .filter(source -> !source.cell().isEmpty())
                .forEach(source -> cells.put(source.cell(), CellWords.of(source.value())));
        return new RejectedRow(number, row.sheet(), row.row(), cells, rules);
    }
}
