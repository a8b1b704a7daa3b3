package org.monthend.extract;

import java.util.List;
import java.util.Map;

/** What came of looking for a layout in a workbook: the table, or in plain words why it is not there. */
public sealed interface TableSearch {

    record Found(Table table) implements TableSearch {}

    /**
     * @param sheet the sheet that came nearest; empty when there was none to look at
     * @param cell where in it; empty without a place
     * @param sentences what is missing or has moved
     * @param missing the words of the headings that were not found
     * @param headings the cell of each heading that was found, by its words
     */
    record Misfit(
            String layout,
            String sheet,
            String cell,
            List<String> sentences,
            List<String> missing,
            Map<String, String> headings)
            implements TableSearch {

        /** A layout of which no heading could be looked for. */
        public Misfit(String layout, String sheet, String cell, List<String> sentences) {
            this(layout, sheet, cell, sentences, List.of(), Map.of());
        }
    }
}
