package org.monthend.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightPlanTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The clock goes from 01:00 to 02:00 on 27 March 2016, and from 02:00 back to 01:00 on 30 October. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0 2 * * *  | 2016-03-26T02:00:00Z, 2016-03-27T01:00:00Z, 2016-03-28T01:00:00Z
            0 30 1 * * * | 2016-03-26T01:30:00Z, 2016-03-27T01:30:00Z, 2016-03-28T00:30:00Z
            0 0 1 * * *  | 2016-03-26T01:00:00Z, 2016-03-27T01:00:00Z, 2016-03-28T00:00:00Z
            0 0 3 * * *  | 2016-03-26T03:00:00Z, 2016-03-27T02:00:00Z, 2016-03-28T02:00:00Z
            0 0 2 * * *  | 2016-10-29T01:00:00Z, 2016-10-30T02:00:00Z, 2016-10-31T02:00:00Z
            0 30 1 * * * | 2016-10-29T00:30:00Z, 2016-10-30T00:30:00Z, 2016-10-31T01:30:00Z
            0 0 1 * * *  | 2016-10-29T00:00:00Z, 2016-10-30T00:00:00Z, 2016-10-31T01:00:00Z
            """)
    void comesOnceEachNightWhenTheClocksChange(String cron, String nights) {
        NightPlan plan = NightPlan.of(cron, LONDON);
        List<Instant> expected =
                Stream.of(nights.split(", ")).map(Instant::parse).toList();
        Instant before = expected.get(0).minusSeconds(1);
        Instant after = expected.get(2).plusSeconds(1);
        assertThat(plan.between(before, after, 10)).isEqualTo(expected);
        assertThat(plan.last(after)).contains(expected.get(2));
        assertThat(plan.last(expected.get(2))).contains(expected.get(2));
        assertThat(plan.last(expected.get(2).minusSeconds(1))).contains(expected.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 0 0 * * *", "0 15 0 * * *", "0 30 1 * * *", "59 59 1 * * *", "0 0 2 * * *", "0 45 23 * * *"})
    void comesOnEveryDayOfAYearOnce(String cron) {
        NightPlan plan = NightPlan.of(cron, LONDON);
        Instant newYear = LocalDateTime.of(2016, 1, 1, 0, 0).atZone(LONDON).toInstant();
        Instant next = LocalDateTime.of(2017, 1, 1, 0, 0).atZone(LONDON).toInstant();
        List<Instant> nights = plan.between(newYear.minusMillis(1), next, 1000);
        assertThat(nights).hasSize(366);
        assertThat(nights.stream().map(night -> night.atZone(LONDON).toLocalDate()))
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsTheLastNightHoweverSeldomItComes() {
        Instant now = Instant.parse("2016-02-10T12:00:00Z");
        assertThat(NightPlan.of("*/5 * * * * *", LONDON).last(now)).contains(now);
        assertThat(NightPlan.of("0 0 2 1 * *", LONDON).last(now)).contains(Instant.parse("2016-02-01T02:00:00Z"));
        assertThat(NightPlan.of("0 0 2 1 3 *", LONDON).last(now)).contains(Instant.parse("2015-03-01T02:00:00Z"));
        assertThat(NightPlan.of("0 0 2 29 2 *", LONDON).last(now)).contains(Instant.parse("2012-02-29T02:00:00Z"));
    }

    @Test
    void ofManyNightsNotesTheNewest() {
        NightPlan plan = NightPlan.of("0 0 2 * * *", LONDON);
        assertThat(plan.between(Instant.parse("2015-12-01T02:00:00Z"), Instant.parse("2015-12-24T02:00:00Z"), 2))
                .containsExactly(Instant.parse("2015-12-22T02:00:00Z"), Instant.parse("2015-12-23T02:00:00Z"));
    }

    @Test
    void callsANightByTheClockOnTheWall() {
        NightPlan plan = NightPlan.of("0 0 2 * * *", LONDON);
        assertThat(plan.name(Instant.parse("2015-07-24T01:00:00Z"))).isEqualTo("24 July 2015, 02:00 (Europe/London)");
        assertThat(plan.name(Instant.parse("2015-07-24T01:00:07Z")))
                .isEqualTo("24 July 2015, 02:00:07 (Europe/London)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 2 * * *     | It has six fields, seconds first. Every night at two is: 0 0 2 * * *
            at two        | cannot be read
            0 0 25 * * *  | cannot be read
            0 0 2 30 2 *  | never comes
            """)
    void refusesAScheduleThatIsNone(String cron, String why) {
        assertThatThrownBy(() -> NightPlan.of(cron, LONDON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
