package org.monthend.extract.format;

/** The beginning of a text that may be quoted in a message: short, on one line, without control characters. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(CharSequence text) {
        StringBuilder excerpt = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        text.codePoints()
                .limit(LONGEST)
                .forEach(character -> excerpt.appendCodePoint(isPlain(character) ? character : ' '));
        if (text.length() > LONGEST && text.codePoints().skip(LONGEST).findAny().isPresent()) {
            excerpt.append('…');
        }
        return excerpt.toString();
    }

    /** Neither a control character, which moves the cursor, nor half a surrogate pair, which cannot be written. */
    private static boolean isPlain(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
