package org.monthend.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bank holidays of England and Wales: those of the Banking and Financial Dealings Act 1971 by rule, and what
 * proclamations have moved or added since 1995.
 */
public final class BankHolidays {

    /** Holidays for one year alone: jubilees, a wedding, a funeral, a coronation. */
    private static final Map<Integer, Set<LocalDate>> ADDED = Map.of(
            1999, Set.of(LocalDate.of(1999, 12, 31)),
            2002, Set.of(LocalDate.of(2002, 6, 3)),
            2011, Set.of(LocalDate.of(2011, 4, 29)),
            2012, Set.of(LocalDate.of(2012, 6, 5)),
            2022, Set.of(LocalDate.of(2022, 6, 3), LocalDate.of(2022, 9, 19)),
            2023, Set.of(LocalDate.of(2023, 5, 8)));

    /** The spring holiday of jubilee years, and the May Day of anniversaries of VE Day, by where they would have been. */
    private static final Map<LocalDate, LocalDate> MOVED = Map.of(
            LocalDate.of(1995, 5, 1), LocalDate.of(1995, 5, 8),
            LocalDate.of(2002, 5, 27), LocalDate.of(2002, 6, 4),
            LocalDate.of(2012, 5, 28), LocalDate.of(2012, 6, 4),
            LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2));

    private BankHolidays() {}

    /** Every bank holiday of the year, substitute days in place of those that fall on a weekend. */
    public static Set<LocalDate> of(int year) {
        Set<LocalDate> holidays = new TreeSet<>(ADDED.getOrDefault(year, Set.of()));
        LocalDate easter = easterSunday(year);
        holidays.add(substitute(LocalDate.of(year, Month.JANUARY, 1), holidays));
        holidays.add(easter.minusDays(2));
        holidays.add(easter.plusDays(1));
        holidays.add(moved(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(MONDAY))));
        holidays.add(moved(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(MONDAY))));
        holidays.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(MONDAY)));
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        LocalDate boxingDay = christmas.plusDays(1);
        // Where both fall on or beside a weekend, the day that is in the week keeps its place.
        if (isWeekend(christmas) && !isWeekend(boxingDay)) {
            holidays.add(boxingDay);
            holidays.add(substitute(christmas, holidays));
        } else {
            holidays.add(substitute(christmas, holidays));
            holidays.add(substitute(boxingDay, holidays));
        }
        return holidays;
    }

    private static LocalDate moved(LocalDate day) {
        return MOVED.getOrDefault(day, day);
    }

    private static LocalDate substitute(LocalDate day, Set<LocalDate> taken) {
        LocalDate substitute = day;
        while (isWeekend(substitute) || taken.contains(substitute)) {
            substitute = substitute.plusDays(1);
        }
        return substitute;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /** Easter of the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876; Meeus, 1991). */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
