package org.monthend.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** Points in time as they are given on the command line: by British clocks, unless they say otherwise. */
final class Moments {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);

    private Moments() {}

    /**
     * Reads 2016-01-20, which is the end of that day, 2016-01-20T09:00, or either with an offset behind it
     * (2016-01-20T09:00Z, 2016-01-20T09:00+01:00).
     */
    static Instant parse(String text) {
        String said = text.strip().replace(' ', 'T');
        if (said.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return read(
                    text,
                    said,
                    day -> LocalDate.parse(day)
                            .plusDays(1)
                            .atStartOfDay(BRITAIN)
                            .toInstant()
                            .minusNanos(1_000));
        }
        if (said.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
            return read(text, said, time -> OffsetDateTime.parse(time).toInstant());
        }
        return read(
                text, said, time -> LocalDateTime.parse(time).atZone(BRITAIN).toInstant());
    }

    private static Instant read(String text, String said, Function<String, Instant> reading) {
        try {
            return reading.apply(said);
        } catch (DateTimeException e) {
            throw new Misused(
                    "'%s' is no point in time. Write it as 2016-01-20 (the end of that day) or 2016-01-20T09:00; it is UK time unless an offset follows, as in 2016-01-20T09:00Z."
                            .formatted(text));
        }
    }

    /** 20 January 2016, 09:00:00 (UK time). */
    static String words(Instant instant) {
        return SHOWN.format(instant.atZone(BRITAIN)) + " (UK time)";
    }
}
