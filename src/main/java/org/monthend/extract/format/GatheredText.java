package org.monthend.extract.format;

import java.util.Arrays;

/** The text of one element, gathered from its pieces up to a limit; the buffer is used again for the next. */
final class GatheredText {

    private final int limit;
    private char[] characters = new char[256];
    private int length;
    private boolean tooLong;

    GatheredText(int limit) {
        this.limit = limit;
    }

    void clear() {
        length = 0;
        tooLong = false;
    }

    /** Adds a piece; what is beyond the limit is dropped and remembered as too long. */
    void append(char[] source, int from, int count) {
        int taken = Math.min(count, limit - length);
        tooLong |= taken < count;
        if (length + taken > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(length + taken, 2 * characters.length));
        }
        System.arraycopy(source, from, characters, length, taken);
        length += taken;
    }

    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** A whole number of at most nine digits, or -1. */
    int index() {
        if (length == 0 || length > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < length; i++) {
            int digit = characters[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }

    boolean is(String text) {
        boolean same = text.length() == length;
        for (int i = 0; same && i < length; i++) {
            same = text.charAt(i) == characters[i];
        }
        return same;
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
