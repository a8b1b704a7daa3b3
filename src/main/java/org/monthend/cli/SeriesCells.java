package org.monthend.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Polarity;
import org.monthend.extract.format.CsvRow;

/** What the cells of a csv of series say. A cell that says nothing clear is a {@link BadCell}, never a guess. */
final class SeriesCells {

    private static final double LARGEST = 1e150;
    private static final int LONGEST_SHOWN = 40;

    private SeriesCells() {}

    /** Judges the rows that can be judged, and says of the others what is wrong with them. */
    static void each(List<CsvRow> rows, List<String> faults, Consumer<CsvRow> judge) {
        for (CsvRow row : rows) {
            if (!row.fault().isEmpty()) {
                faults.add(SeriesStream.at(row, row.fault()));
                continue;
            }
            try {
                judge.accept(row);
            } catch (BadCell bad) {
                faults.add(SeriesStream.at(row, String.valueOf(bad.getMessage())));
            }
        }
    }

    /** Figures parted by semicolons, oldest first; a blank is a month without a figure. */
    static List<OptionalDouble> values(String cell, String column) {
        List<OptionalDouble> values = new ArrayList<>();
        int start = 0;
        for (int end = cell.indexOf(';'); end >= 0; end = cell.indexOf(';', start)) {
            values.add(value(cell.substring(start, end), column, values.size() + 1));
            start = end + 1;
        }
        values.add(value(cell.substring(start), column, values.size() + 1));
        return values;
    }

    private static OptionalDouble value(String text, String column, int place) {
        String figure = text.strip();
        if (figure.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!isNumber(figure)) {
            throw new BadCell(
                    column,
                    "figure %d is '%s', which is no number. Write figures as 1234.5, part them with ; and leave a month without a figure blank."
                            .formatted(place, shown(figure)));
        }
        return OptionalDouble.of(sound(figure, column));
    }

    /** One figure, or none where the cell is blank. */
    static OptionalDouble number(String cell, String column) {
        String figure = cell.strip();
        if (figure.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!isNumber(figure)) {
            throw new BadCell(
                    column,
                    "'%s' is no number. Write it as 1234.5, or leave the cell blank if there is no figure."
                            .formatted(shown(figure)));
        }
        return OptionalDouble.of(sound(figure, column));
    }

    private static double sound(String figure, String column) {
        double number = Double.parseDouble(figure);
        if (Math.abs(number) > LARGEST) {
            throw new BadCell(
                    column,
                    "%s is larger than any figure that can be reckoned with (1e150). Give the series in a larger unit."
                            .formatted(shown(figure)));
        }
        return number;
    }

    /** The smallest step that a page can show, such as 1 or 0.1. */
    static double unit(String cell, String column) {
        OptionalDouble unit = number(cell, column);
        if (unit.isEmpty() || !(unit.getAsDouble() > 0)) {
            throw new BadCell(
                    column,
                    "'%s' is no display unit. Write the smallest step that a page would show: 1 for whole numbers, 0.1 for one decimal."
                            .formatted(shown(cell)));
        }
        return unit.getAsDouble();
    }

    static Polarity direction(String cell, String column) {
        return switch (cell.strip()) {
            case "increase" -> Polarity.HIGHER_IS_BETTER;
            case "decrease" -> Polarity.LOWER_IS_BETTER;
            case "neutral" -> Polarity.CONTEXT;
            default ->
                throw new BadCell(
                        column,
                        "'%s' is no direction. Write increase, decrease (whichever is an improvement) or neutral."
                                .formatted(shown(cell)));
        };
    }

    static boolean truth(String cell, String column) {
        return switch (cell.strip()) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default ->
                throw new BadCell(column, "'%s' is neither TRUE nor FALSE. Write one of them.".formatted(shown(cell)));
        };
    }

    static ReportingMonth month(String cell, String column) {
        try {
            return ReportingMonth.parse(cell.strip());
        } catch (IllegalArgumentException e) {
            throw new BadCell(
                    column, "'%s' is no month. Write year, hyphen and month: 2016-04.".formatted(shown(cell)));
        }
    }

    /** As programs write numbers: digits, at most one full stop, perhaps a sign and an exponent; no NaN and no Infinity. */
    private static boolean isNumber(String text) {
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int start = at;
        at = pastDigits(text, at);
        int digits = at - start;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = pastDigits(text, fraction);
            digits += at - fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
            int exponent = at;
            at = pastDigits(text, at);
            return at > exponent && at == text.length();
        }
        return at == text.length();
    }

    private static int pastDigits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Enough of a text to find it by, without what would disturb a terminal. */
    static String shown(String text) {
        String clean = text.strip().replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN) + "…";
    }
}
