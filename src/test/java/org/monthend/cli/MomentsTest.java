package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2016-01-20T09:00             | 2016-01-20T09:00:00Z
            2016-01-20 09:00             | 2016-01-20T09:00:00Z
            2016-01-20T09:00:30.5        | 2016-01-20T09:00:30.500Z
            2016-07-20T09:00             | 2016-07-20T08:00:00Z
            2016-07-20T09:00Z            | 2016-07-20T09:00:00Z
            2016-07-20T09:00+02:00       | 2016-07-20T07:00:00Z
            2016-01-20                   | 2016-01-20T23:59:59.999999Z
            2016-07-20                   | 2016-07-20T22:59:59.999999Z
            2016-10-30                   | 2016-10-30T23:59:59.999999Z
            """)
    void readsTimesByBritishClocksUnlessAnOffsetSaysOtherwise(String text, String instant) {
        assertThat(Moments.parse(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20/01/2016", "2016-02-30", "2016-01-20T25:00", "2016-01", "2016-01-20Z"})
    void anythingElseIsAMisuseThatSaysHowToWriteIt(String text) {
        assertThatThrownBy(() -> Moments.parse(text))
                .isInstanceOf(Misused.class)
                .hasMessage(
                        "'%s' is no point in time. Write it as 2016-01-20 (the end of that day) or 2016-01-20T09:00; it is UK time unless an offset follows, as in 2016-01-20T09:00Z.",
                        text);
    }

    @Test
    void saysWhichClockItMeans() {
        assertThat(Moments.words(Instant.parse("2016-07-20T08:00:00Z"))).isEqualTo("20 July 2016, 09:00:00 (UK time)");
    }
}
