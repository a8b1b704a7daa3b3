package org.monthend.extract.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, a time of day or both, written out as ISO 8601 does.
 *
 * @param day empty when only a time is written
 * @param time time since midnight, to the millisecond
 */
record IsoDate(Optional<LocalDate> day, Duration time) {

    /** Excel writes more decimals of a second than Java reads: 01:34:00.00000000000154875. */
    private static final Pattern LONG_FRACTION = Pattern.compile("(?s)(.*[.]\\d{9})\\d+(S?)");

    /** Before it the calendars of spreadsheet programs disagree, because Excel's has a 29 February 1900. */
    private static final LocalDate FIRST_CERTAIN_DAY = LocalDate.of(1900, 3, 1);

    private static final double MILLISECONDS_A_DAY = 86_400_000;

    /** Reads such as 2015-12-31, 2015-12-31T23:59:00Z or 23:59:00.5; empty when it is none. */
    static Optional<IsoDate> parse(String text) {
        String local = withoutLongFraction(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
        try {
            if (local.indexOf('T') >= 0) {
                LocalDateTime at = LocalDateTime.parse(local);
                return Optional.of(new IsoDate(Optional.of(at.toLocalDate()), sinceMidnight(at.toLocalTime())));
            }
            return Optional.of(
                    local.indexOf(':') < 0
                            ? new IsoDate(Optional.of(LocalDate.parse(local)), Duration.ZERO)
                            : new IsoDate(Optional.empty(), sinceMidnight(LocalTime.parse(local))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Reads a length of time such as PT36H00M00S, to the millisecond; empty when it is none. */
    static Optional<Duration> parseDuration(String text) {
        try {
            Duration time = Duration.parse(withoutLongFraction(text));
            return Optional.of(Duration.ofMillis(time.plusNanos(500_000).toMillis()));
        } catch (DateTimeException | ArithmeticException notADuration) {
            return Optional.empty();
        }
    }

    private static String withoutLongFraction(String text) {
        return LONG_FRACTION.matcher(text).replaceFirst("$1$2");
    }

    private static Duration sinceMidnight(LocalTime time) {
        return Duration.ofMillis(Math.round(time.toNanoOfDay() / 1e6));
    }

    /** What is written, whatever the cell's number format. */
    CellValue value() {
        return day.map(this::valueOn).orElseGet(() -> new CellValue.Elapsed(time));
    }

    private CellValue valueOn(LocalDate on) {
        LocalDateTime at = on.atStartOfDay().plus(time);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new CellValue.Date(at.toLocalDate())
                : new CellValue.Moment(at);
    }

    /**
     * The same value as the serial number that Excel would otherwise write: a length of time above a day is written as
     * a moment after the first day of the count, and a zero under a date format as 1899-12-30.
     */
    CellValue valueUnder(NumberKind kind, DateSystem dates) {
        double partOfDay = time.toMillis() / MILLISECONDS_A_DAY;
        if (kind == NumberKind.TIME) {
            return DateSystem.elapsed(partOfDay + day.map(dates::daysTo).orElse(0L));
        }
        if (kind == NumberKind.DAY && day.isEmpty()) {
            return dates.dateOf(partOfDay);
        }
        return day.isPresent() && day.get().isBefore(FIRST_CERTAIN_DAY)
                ? new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, value().excerpt())
                : value();
    }
}
