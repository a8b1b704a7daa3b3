package org.monthend.extract;

import java.util.Optional;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.MonthWords.DayOrder;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Layout;
import org.monthend.extract.format.CellValue;

/**
 * How a layout's months are written.
 *
 * @param order which number of a date in figures is the month's
 * @param yearsEndIn the number of the month that a year ends in, where years stand in place of months
 */
record MonthWriting(DayOrder order, Optional<Integer> yearsEndIn) {

    /** The date by which a layout shows that its months stand before its days. */
    static final String MONTH_FIRST = "12/31/2015";

    /** The same with the day first, which is what holds when a layout says nothing. */
    static final String DAY_FIRST = "31/12/2015";

    static MonthWriting of(Layout layout) {
        return new MonthWriting(
                layout.words("dates", DAY_FIRST).equals(MONTH_FIRST) ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST,
                layout.parts("years end in").stream()
                        .findFirst()
                        .flatMap(part -> MonthWords.numberOfName(part.words())));
    }

    /** The month that the words name; empty when they name none. */
    Optional<ReportingMonth> month(String words) {
        return MonthWords.read(words, order);
    }

    /** The month that stands for the year. */
    Optional<ReportingMonth> year(String words) {
        return yearsEndIn.flatMap(last -> MonthWords.endOfYear(words, last));
    }

    /** The month as anybody would read it, with its cell; what cannot be read stays as it is, and is no month. */
    SourcedValue plain(SourcedValue month, Optional<SourcedValue> year) {
        String words = CellWords.of(month.value());
        Optional<ReportingMonth> read = Optional.empty();
        if (year.isPresent()) {
            read = MonthWords.read(words, CellWords.of(year.get().value()));
        } else if (yearsEndIn.isPresent()) {
            read = year(words);
        } else if (order == DayOrder.MONTH_FIRST && month.value() instanceof CellValue.Text) {
            read = month(words);
        } else {
            return month;
        }
        CellValue plain = read.<CellValue>map(each -> new CellValue.Text(each.label()))
                .orElse(new CellValue.Unreadable(CellValue.Fault.NOT_A_DATE, CellWords.quoted(words)));
        return new SourcedValue(plain, month.cell());
    }
}
