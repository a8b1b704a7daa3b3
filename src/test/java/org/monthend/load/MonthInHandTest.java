package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;

class MonthInHandTest {

    @ParameterizedTest(name = "newest {0} on {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       2016-01-13, 2015-12",
                "2015-12, 2016-01-13, 2015-12",
                "2015-11, 2016-01-01, 2015-12",
                "2015-09, 2016-01-13, 2015-12",
                "2015-08, 2016-01-13, 2015-08",
                "2015-12, 2026-11-23, 2015-12",
                "2016-01, 2016-01-13, 2016-01"
            })
    void isTheOneThatFallsDueUnlessNothingHasComeForLong(String newest, LocalDate today, String inHand) {
        assertThat(MonthInHand.of(Optional.ofNullable(newest).map(ReportingMonth::parse), today))
                .hasToString(inHand);
    }
}
