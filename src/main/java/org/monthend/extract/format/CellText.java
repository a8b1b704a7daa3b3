package org.monthend.extract.format;

import java.util.Optional;

/** Text on its way into a cell's value. */
final class CellText {

    private static final char REPLACEMENT = '\ufffd';

    private CellText() {}

    /** The value of a text; empty when there is neither text nor mark, which is a blank cell. */
    static Optional<CellValue> valueOf(String text, String footnoteMark) {
        if (text.isEmpty() && footnoteMark.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isWhole(text) && isWhole(footnoteMark)
                        ? new CellValue.Text(text, footnoteMark)
                        : new CellValue.Unreadable(CellValue.Fault.BROKEN_CHARACTERS, Excerpt.of(text)));
    }

    /** What stands for a text longer than a cell may hold, of which the beginning is enough. */
    static CellValue tooLong(String text) {
        return new CellValue.Unreadable(CellValue.Fault.TEXT_TOO_LONG, Excerpt.of(text));
    }

    /** Whether no character is a NUL, half a surrogate pair, or the mark of a character that was lost. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || character == REPLACEMENT) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Resolves the escapes with which an .xlsx writes what XML cannot: _x000D_ (ECMA-376 part 1, 22.9.2.19). */
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (isEscape(text, at)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
            } else {
                plain.append(text, from, at + 1);
                from = at + 1;
            }
            at = text.indexOf("_x", from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}
