package org.monthend.extract.format;

import java.util.Optional;

/** The way a spreadsheet writes where a cell stands: column letters and row number, F14. */
public final class CellAddress {

    private CellAddress() {}

    static String of(int row, int column) {
        return columnLetters(column) + row;
    }

    /** A for 1, Z for 26, AA for 27, XFD for 16384. */
    public static String columnLetters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Row 14 and column 6 of F14, packed into one number to spare an object a cell; zero when it is no address. */
    static long parse(char[] characters, int from, int to) {
        int at = from;
        int column = 0;
        while (at < to && isLetter(characters[at]) && at - from < 4) {
            column = column * 26 + (characters[at] & 0x1f);
            at++;
        }
        int digitsFrom = at;
        int row = 0;
        while (at < to && characters[at] >= '0' && characters[at] <= '9' && at - digitsFrom < 8) {
            row = row * 10 + characters[at] - '0';
            at++;
        }
        return at == to && column > 0 && row > 0 ? pack(row, column) : 0;
    }

    /** The rectangle of a text such as B2:D3, or of a single address; empty when it is none. */
    static Optional<MergedRange> range(String text) {
        int colon = text.indexOf(':');
        char[] characters = text.toCharArray();
        long first = parse(characters, 0, colon < 0 ? characters.length : colon);
        long last = parse(characters, colon + 1, characters.length);
        return first == 0 || last == 0
                ? Optional.empty()
                : Optional.of(new MergedRange(row(first), column(first), row(last), column(last)));
    }

    static int row(long packed) {
        return (int) (packed >>> 32);
    }

    static int column(long packed) {
        return (int) packed;
    }

    private static long pack(int row, int column) {
        return (long) row << 32 | column;
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }
}
