package org.monthend.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/** Working days in England: Monday to Friday without bank holidays. */
public final class WorkingDays {

    private WorkingDays() {}

    /** The first working day of the month for 1, and so on; it lies in a later month where the month has fewer. */
    public static LocalDate nth(int number, ReportingMonth month) {
        if (number < 1) {
            throw new IllegalArgumentException("there is no working day " + number);
        }
        return Stream.iterate(month.firstDay(), day -> day.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    public static boolean isWorkingDay(LocalDate day) {
        Set<LocalDate> holidays = BankHolidays.of(day.getYear());
        return !BankHolidays.isWeekend(day) && !holidays.contains(day);
    }
}
