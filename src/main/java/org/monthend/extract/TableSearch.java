package org.monthend.extract;

import java.util.List;

/** What came of looking for a layout in a workbook: the table, or in plain words why it is not there. */
public sealed interface TableSearch {

    record Found(Table table) implements TableSearch {}

    /**
     * @param sheet the sheet that came nearest; empty when there was none to look at
     * @param cell where in it; empty without a place
     * @param sentences what is missing or has moved
     */
    record Misfit(String layout, String sheet, String cell, List<String> sentences) implements TableSearch {}
}
