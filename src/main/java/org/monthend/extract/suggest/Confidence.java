package org.monthend.extract.suggest;

import java.util.Locale;

/** How sure a proposal is. Only what the workbook and the catalogue say in so many words is certain. */
public enum Confidence {
    /** Names are equal to the catalogue's, or the figures prove it. */
    CERTAIN,
    /** The usual words, or names that are nearly the catalogue's. */
    LIKELY,
    /** Something had to be written; a person decides. */
    GUESS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
