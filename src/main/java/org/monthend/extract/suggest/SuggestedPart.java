package org.monthend.extract.suggest;

import java.util.List;
import org.monthend.catalogue.LayoutPart;

/**
 * One proposed row of the catalogue's Layouts sheet, and what speaks for it.
 *
 * @param cell where in the sheet the reason was seen, such as B4 or B4:B9; empty when it is not in a cell
 * @param reason what was seen, in words
 * @param alternatives what else it could be
 */
public record SuggestedPart(
        LayoutPart part, String cell, Confidence confidence, String reason, List<String> alternatives) {

    /** Whether a person has to look before the row is used. */
    public boolean mustBeDecided() {
        return confidence == Confidence.GUESS || !alternatives.isEmpty();
    }
}
