package org.monthend.extract;

import java.time.LocalDate;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.CellValue;

/** A cell's value in words: for headings, names and messages, never for figures. */
public final class CellWords {

    private CellWords() {}

    /** The text; a date as its month (Dec-15), a number without exponent; anything else shortened. */
    public static String of(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return text.text();
        }
        if (value instanceof CellValue.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof CellValue.Date date) {
            return of(date.day());
        }
        if (value instanceof CellValue.Moment moment) {
            return of(moment.at().toLocalDate());
        }
        return value.excerpt();
    }

    /** A day outside the years of the warehouse is written out: its month's label would name another century. */
    private static String of(LocalDate day) {
        return MonthWords.of(day).map(ReportingMonth::label).orElse(day.toString());
    }

    /** Whether the cell looks empty: spaces of any kind, and nothing else. */
    public static boolean isBlank(CellValue value) {
        if (!(value instanceof CellValue.Text text) || !text.footnoteMark().isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.text().length(); i++) {
            if (!isSpace(text.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /** Words of a sender as a message may repeat them: on one line, and cut when they are long. */
    public static String quoted(String words) {
        return new CellValue.Text(words).excerpt();
    }
}
