package org.monthend.extract;

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
            return ReportingMonth.of(date.day()).label();
        }
        if (value instanceof CellValue.Moment moment) {
            return ReportingMonth.of(moment.at().toLocalDate()).label();
        }
        return value.excerpt();
    }
}
