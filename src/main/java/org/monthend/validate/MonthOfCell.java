package org.monthend.validate;

import java.util.Optional;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;

/** The month that a cell names. Rows name the same month over and over, so the last answer is kept. */
public final class MonthOfCell {

    private Optional<CellValue> asked = Optional.empty();
    private Optional<ReportingMonth> answer = Optional.empty();

    /** A date's month, or the one that a text names for certain; empty for anything else, numbers too. */
    public Optional<ReportingMonth> of(SourcedValue source) {
        CellValue value = source.value();
        if (asked.isEmpty() || !asked.get().equals(value)) {
            asked = Optional.of(value);
            answer = read(value);
        }
        return answer;
    }

    private static Optional<ReportingMonth> read(CellValue value) {
        if (value instanceof CellValue.Date date) {
            return MonthWords.of(date.day());
        }
        if (value instanceof CellValue.Moment moment) {
            return MonthWords.of(moment.at().toLocalDate());
        }
        return value instanceof CellValue.Text text ? MonthWords.read(text.text()) : Optional.empty();
    }
}
