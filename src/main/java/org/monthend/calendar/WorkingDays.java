package org.monthend.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Working days in England: Monday to Friday without bank holidays. */
public final class WorkingDays {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private WorkingDays() {}

    /** The day that it is in England at that moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ENGLAND);
    }

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

    /** The working day that comes so many working days after the day. */
    public static LocalDate after(LocalDate day, int number) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    /**
     * By how many working days something is late that was due on the one day and comes on the other: 0 when it is in time.
     * What comes on a day off comes with the next working day, so that whatever is late is late by one at the least.
     */
    public static int late(LocalDate due, LocalDate came) {
        if (!came.isAfter(due)) {
            return 0;
        }
        LocalDate taken = Stream.iterate(came, day -> day.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .findFirst()
                .orElseThrow();
        long weeks = ChronoUnit.DAYS.between(due, taken) / 7;
        long weekdays = 5 * weeks
                + due.plusWeeks(weeks)
                        .plusDays(1)
                        .datesUntil(taken.plusDays(1))
                        .filter(day -> !BankHolidays.isWeekend(day))
                        .count();
        long holidays = IntStream.rangeClosed(due.getYear(), taken.getYear())
                .mapToObj(BankHolidays::of)
                .flatMap(Set::stream)
                .filter(day -> day.isAfter(due) && !day.isAfter(taken))
                .filter(day -> !BankHolidays.isWeekend(day))
                .count();
        return (int) (weekdays - holidays);
    }

    public static boolean isWorkingDay(LocalDate day) {
        Set<LocalDate> holidays = BankHolidays.of(day.getYear());
        return !BankHolidays.isWeekend(day) && !holidays.contains(day);
    }
}
