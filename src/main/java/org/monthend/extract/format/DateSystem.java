package org.monthend.extract.format;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** How a workbook counts days: from 1900, with a 29 February 1900 that never was, or from 1904. */
enum DateSystem {
    FROM_1900,
    FROM_1904;

    private static final long MILLISECONDS_A_DAY = 86_400_000;

    /** 31 December 9999 in the count from 1900. */
    private static final double LAST_SERIAL = 2_958_465;

    private static final double NEVER_WAS = 60;
    private static final double FROM_1904_TO_1900 = 1462;

    /** The day, or day and time, that a serial number stands for; unreadable when it stands for none. */
    CellValue dateOf(double serial) {
        double longest = this == FROM_1900 ? LAST_SERIAL : LAST_SERIAL - FROM_1904_TO_1900;
        double first = this == FROM_1900 ? 1 : 0;
        if (!(serial >= first && serial < longest + 1)) {
            return noSuchDay(serial);
        }
        long milliseconds = Math.round(serial * MILLISECONDS_A_DAY);
        long days = milliseconds / MILLISECONDS_A_DAY;
        if (days > longest || (this == FROM_1900 && days == NEVER_WAS)) {
            return noSuchDay(serial);
        }
        LocalDate day = epoch(days).plusDays(days);
        long timeOfDay = milliseconds % MILLISECONDS_A_DAY;
        return timeOfDay == 0
                ? new CellValue.Date(day)
                : new CellValue.Moment(LocalDateTime.of(day, LocalTime.ofNanoOfDay(timeOfDay * 1_000_000)));
    }

    /** The length of time that a serial number of days stands for. */
    static CellValue elapsed(double serial) {
        return Math.abs(serial) <= LAST_SERIAL
                ? new CellValue.Elapsed(Duration.ofMillis(Math.round(serial * MILLISECONDS_A_DAY)))
                : noSuchDay(serial);
    }

    /** Days from the zero of the count to a day; the day that never was not counted. */
    long daysTo(LocalDate day) {
        return ChronoUnit.DAYS.between(epoch((long) NEVER_WAS), day);
    }

    private LocalDate epoch(long days) {
        if (this == FROM_1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < NEVER_WAS ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    private static CellValue noSuchDay(double serial) {
        return new CellValue.Unreadable(
                CellValue.Fault.NO_SUCH_DAY, ExactNumber.of(serial).toPlainString());
    }
}
