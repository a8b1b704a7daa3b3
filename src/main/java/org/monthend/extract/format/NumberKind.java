package org.monthend.extract.format;

import java.math.BigDecimal;
import java.util.Locale;

/** What a number format says a number is. */
enum NumberKind {
    FIGURE,
    PERCENTAGE,
    DAY,
    TIME,
    /** The cell names a format that the workbook does not have. */
    UNKNOWN;

    /** The kind of a format that every workbook has without writing it down (ECMA-376 part 1, 18.8.30). */
    static NumberKind ofBuiltIn(int formatId) {
        if (formatId == 9 || formatId == 10) {
            return PERCENTAGE;
        }
        if (isBetween(formatId, 18, 21) || isBetween(formatId, 45, 47) || isBetween(formatId, 32, 33)) {
            return TIME;
        }
        boolean day = isBetween(formatId, 14, 17)
                || formatId == 22
                || isBetween(formatId, 27, 36)
                || isBetween(formatId, 50, 58);
        return day ? DAY : FIGURE;
    }

    private static boolean isBetween(int number, int first, int last) {
        return number >= first && number <= last;
    }

    /**
     * The kind of a format by its code, such as {@code [$-809]dd mmmm yyyy;@} or {@code 0.0%}: what any of its sections
     * says, texts, colours and conditions left out.
     */
    static NumberKind ofCode(String code) {
        NumberKind kind = FIGURE;
        StringBuilder section = new StringBuilder(code.length());
        for (int i = 0; i <= code.length(); i++) {
            char character = i < code.length() ? code.charAt(i) : ';';
            switch (character) {
                case ';' -> {
                    kind = stronger(kind, ofSection(section.toString()));
                    section.setLength(0);
                }
                case '"' -> i = endOf(code, '"', i);
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int end = endOf(code, ']', i);
                    String inside = code.substring(i + 1, Math.min(end, code.length()));
                    if (inside.matches("(?i)h+|m+|s+")) {
                        section.append("s"); // elapsed time, [h]:mm
                    }
                    i = end;
                }
                default -> section.append(character);
            }
        }
        return kind;
    }

    private static int endOf(String code, char closing, int opening) {
        int end = code.indexOf(closing, opening + 1);
        return end < 0 ? code.length() : end;
    }

    private static NumberKind ofSection(String section) {
        String letters = section.toLowerCase(Locale.ROOT)
                .replace("general", "")
                .replace("am/pm", "h")
                .replace("a/p", "h")
                .replaceAll("e[+-]", "");
        if (letters.replaceAll("s[.]0+", "s").matches("(?s).*[0#?].*")) {
            return letters.contains("%") ? PERCENTAGE : FIGURE; // a place for digits: the letters are a unit, 0 EUR
        }
        boolean hours = letters.contains("h") || letters.contains("s");
        boolean day = letters.matches("(?s).*[ydeg].*") || letters.contains("mmm") || (letters.contains("m") && !hours);
        if (day) {
            return DAY;
        }
        if (hours) {
            return TIME;
        }
        return letters.contains("%") ? PERCENTAGE : FIGURE;
    }

    /** Sections seldom disagree; where they do, a date is the one that must not be taken for a figure. */
    static NumberKind stronger(NumberKind one, NumberKind other) {
        return one == FIGURE || other == DAY ? other : one;
    }

    /** The value of a number under this kind of format. */
    CellValue valueOf(BigDecimal number, DateSystem dates) {
        return switch (this) {
            case FIGURE -> new CellValue.Number(number, false);
            case PERCENTAGE -> new CellValue.Number(number, true);
            case DAY -> dates.dateOf(number.doubleValue());
            case TIME -> DateSystem.elapsed(number.doubleValue());
            case UNKNOWN ->
                new CellValue.Unreadable(CellValue.Fault.UNKNOWN_FORMAT, Excerpt.of(number.toPlainString()));
        };
    }
}
