package org.monthend.catalogue;

import java.util.Locale;

/**
 * A name as it is compared: spaces at the ends dropped, runs of white space (no-break spaces too) one space, lower
 * case, en dashes and curly quotes plain. Nothing else is folded: a Cyrillic М is no M, and 7 is not 007.
 */
public record FoldedName(String text) {

    public static FoldedName of(String name) {
        return new FoldedName(inCase(name).toLowerCase(Locale.ROOT));
    }

    /** The same, but upper and lower case as they were. */
    public static String inCase(String name) {
        return name.replace('\u00a0', ' ')
                .replace('\u2013', '-')
                .replace('\u2019', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
