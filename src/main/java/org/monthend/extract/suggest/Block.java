package org.monthend.extract.suggest;

import java.util.List;
import java.util.SortedSet;

/**
 * A dense part of a sheet: headings, and rows of figures beneath them.
 *
 * @param headerRow last row of the headings
 * @param tiers rows of headings, that one included
 * @param dataRows rows that hold figures, of those that were kept
 * @param labelRows rows between them that hold nothing but a name, such as a region's or a group's
 * @param columns columns with headings or figures
 * @param figureColumns those with figures or codes
 */
record Block(
        int headerRow,
        int tiers,
        List<Integer> dataRows,
        List<Integer> labelRows,
        SortedSet<Integer> columns,
        SortedSet<Integer> figureColumns) {

    /** A layout can name no more. */
    static final int MOST_TIERS = 3;

    int topTier() {
        return headerRow - tiers + 1;
    }

    int firstRow() {
        return dataRows.get(0);
    }

    int lastRow() {
        return dataRows.get(dataRows.size() - 1);
    }

    /** The tiers that a layout can name: the lowest. */
    int namedTiers() {
        return Math.min(tiers, MOST_TIERS);
    }
}
