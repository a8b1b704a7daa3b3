package org.monthend.publish.sender;

import java.util.regex.Pattern;

/** Text on its way into XML: all that is not plain ASCII goes as a number, so that it suits a part of any encoding. */
final class Characters {

    /** What a spreadsheet program may take for the beginning of a formula when someone edits the cell. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Characters() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean plain = character >= ' ' && character < 0x7f || character == '\n';
                    if (plain) {
                        escaped.append((char) character);
                    } else {
                        escaped.append("&#")
                                .append(isAllowed(character) ? character : 0xfffd)
                                .append(';');
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** The same for the text of a cell or comment, where _x0041_ would be read as an A. */
    static String ofCell(String text) {
        return escaped(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
    }

    static boolean mayBecomeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character >= ' ' && character < 0xd800
                || character >= 0xe000 && character < 0xfffe
                || character >= 0x10000;
    }
}
