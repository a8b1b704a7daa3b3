package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.Timeliness.Kind;

/** Monday 11 January 2016 is the last day on which the return of December is in time. */
class DueTimeTest {

    private static final LocalDate DUE = LocalDate.of(2016, 1, 11);

    @ParameterizedTest(name = "expected {0}, missed {1}, received {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2016-01-01T02:00:00Z | -                    | 2016-01-08T09:00:00Z | IN_TIME | 0 | 0
            2016-01-01T02:00:00Z | 2016-01-11T02:00:00Z | 2016-01-11T23:59:59Z | IN_TIME | 0 | 0
            # found in the night after: it had come on the day before, for all anybody knows
            2016-01-01T02:00:00Z | 2016-01-11T02:00:00Z | 2016-01-12T02:00:00Z | UNKNOWN | 0 | 0
            2016-01-01T02:00:00Z | 2016-01-12T02:00:00Z | 2016-01-13T02:00:00Z | LATE    | 1 | 2
            2016-01-01T02:00:00Z | 2016-01-12T09:00:00Z | 2016-01-12T15:00:00Z | LATE    | 1 | 1
            # missed on a Saturday, found on the Monday
            2016-01-01T02:00:00Z | 2016-01-16T09:00:00Z | 2016-01-18T09:00:00Z | LATE    | 5 | 5
            # noted on the day itself, and only afterwards
            2016-01-11T22:00:00Z | 2016-01-14T02:00:00Z | 2016-01-20T02:00:00Z | LATE    | 3 | 7
            2016-01-12T02:00:00Z | 2016-01-14T02:00:00Z | 2016-01-20T02:00:00Z | UNKNOWN | 0 | 0
            # never missed: nobody looked
            2016-01-01T02:00:00Z | -                    | 2026-11-23T02:00:00Z | UNKNOWN | 0 | 0
            # refused when it first came, missed since, and loaded once the catalogue was mended
            2016-01-01T02:00:00Z | 2016-01-15T02:00:00Z | 2016-01-13T02:00:00Z | UNKNOWN | 0 | 0
            2016-01-01T02:00:00Z | 2016-01-15T02:00:00Z | 2016-01-08T02:00:00Z | IN_TIME | 0 | 0
            """)
    void isLateOnlyWhenItWasLookedForInVainAfterItWasDue(
            Instant expected, Instant missed, Instant received, Kind kind, int atLeast, int atMost) {
        DueTime time = time(expected, Optional.ofNullable(missed), Optional.of(received), false);

        assertThat(time.on(LocalDate.of(2026, 11, 23))).isEqualTo(new Timeliness(kind, atLeast, atMost));
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource({
        "2016-01-10, NOT_YET_DUE, 0",
        "2016-01-11, NOT_YET_DUE, 0",
        "2016-01-12, OVERDUE, 1",
        "2016-01-15, OVERDUE, 4",
        "2016-01-16, OVERDUE, 5",
        "2016-01-18, OVERDUE, 5",
        "2016-03-29, OVERDUE, 54" // Good Friday and Easter Monday are between
    })
    void isOverdueFromTheDayAfter(LocalDate today, Kind kind, int days) {
        DueTime time = time(Instant.parse("2016-01-01T02:00:00Z"), Optional.empty(), Optional.empty(), false);

        assertThat(time.on(today)).isEqualTo(new Timeliness(kind, days, days));
    }

    @Test
    void isNeverLateWhenItIsWaived() {
        Instant january = Instant.parse("2016-01-01T02:00:00Z");
        Optional<Instant> muchLater = Optional.of(Instant.parse("2016-02-01T02:00:00Z"));
        Optional<Instant> later = Optional.of(Instant.parse("2016-01-20T02:00:00Z"));

        assertThat(time(january, later, muchLater, true).on(DUE.plusDays(30)).kind())
                .isEqualTo(Kind.WAIVED);
        assertThat(time(january, later, Optional.empty(), true)
                        .on(DUE.plusDays(30))
                        .kind())
                .isEqualTo(Kind.WAIVED);
    }

    private static DueTime time(
            Instant expected, Optional<Instant> missed, Optional<Instant> received, boolean waived) {
        ReturnDue due = new ReturnDue("CP", "TRUST", ReportingMonth.parse("2015-12"), DUE);
        return new DueTime(due, expected, missed, received, waived);
    }
}
