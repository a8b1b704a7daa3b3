package org.monthend.catalogue;

import java.util.Locale;

/**
 * A name as it is compared: spaces at the ends dropped, runs of spaces and line ends of any kind (no-break, thin, wide) one
 * space, lower case, en dashes and curly quotes plain. What has no width, such as a byte order mark, is not there. Nothing
 * else is folded: a Cyrillic М is no M, and 7 is not 007.
 */
public record FoldedName(String text) {

    public static FoldedName of(String name) {
        return new FoldedName(inCase(name).toLowerCase(Locale.ROOT));
    }

    /** The same, but upper and lower case as they were. */
    public static String inCase(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        boolean gap = false;
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            if (isSpace(character)) {
                gap = true;
            } else if (!hasNoWidth(character)) {
                if (gap && folded.length() > 0) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(plain(character));
            }
        }
        return folded.toString();
    }

    /** The same without any spaces, as codes are compared: "M 01" is the code M01. */
    public FoldedName unspaced() {
        return text.indexOf(' ') < 0 ? this : new FoldedName(text.replace(" ", ""));
    }

    private static boolean isSpace(char character) {
        return character == ' ' || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Zero width space, word joiner and byte order mark. */
    private static boolean hasNoWidth(char character) {
        return character == '\u200b' || character == '\u2060' || character == '\ufeff';
    }

    private static char plain(char character) {
        return switch (character) {
            case '\u2013' -> '-';
            case '\u2019' -> '\'';
            default -> character;
        };
    }
}
