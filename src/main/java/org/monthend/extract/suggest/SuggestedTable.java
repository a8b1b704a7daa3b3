package org.monthend.extract.suggest;

import java.util.List;
import org.monthend.catalogue.Layout;

/**
 * A table that was found, the layout proposed for it, and what came of reading the file by that layout.
 *
 * @param headerRow the last row of its headings
 * @param tiers how many of the rows above it, itself included, hold headings
 * @param firstRow the first row of data
 * @param lastRow the last one
 * @param parts the layout's rows in their order
 * @param missing what the layout still needs and nobody but a person can say
 * @param notUnderstood what stands on the sheet and the layout leaves unread
 */
public record SuggestedTable(
        Layout layout,
        String sheet,
        int headerRow,
        int tiers,
        int firstRow,
        int lastRow,
        List<SuggestedPart> parts,
        List<String> missing,
        List<String> notUnderstood,
        Trial trial) {}
