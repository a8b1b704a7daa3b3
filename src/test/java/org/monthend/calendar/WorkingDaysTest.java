package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** As published for England and Wales. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2010 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
                    2011 | 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
                    2012 | 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
                    2015 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
                    2016 | 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
                    2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
                    2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
                    2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
                    2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
                    2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
                    2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
                    """)
    void knowsTheBankHolidaysOfEngland(int year, String days) {
        assertThat(BankHolidays.of(year))
                .containsExactlyElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2016-01, 2016-01-04",
        "5, 2016-01, 2016-01-08",
        "10, 2016-01, 2016-01-15",
        "1, 2015-08, 2015-08-03",
        "19, 2015-12, 2015-12-29",
        "21, 2015-12, 2015-12-31",
        "22, 2015-12, 2016-01-04",
    })
    void countsWorkingDays(int number, String month, LocalDate day) {
        assertThat(WorkingDays.nth(number, ReportingMonth.parse(month))).isEqualTo(day);
    }

    /** The holidays are those around Easter and the first of May 2016. */
    @ParameterizedTest
    @CsvSource({
        "2016-03-24, 2016-03-23, 0",
        "2016-03-24, 2016-03-24, 0",
        "2016-03-24, 2016-03-25, 1",
        "2016-03-24, 2016-03-27, 1",
        "2016-03-24, 2016-03-29, 1",
        "2016-03-24, 2016-03-30, 2",
        "2016-04-29, 2016-05-03, 1",
        "2015-12-24, 2016-01-04, 4",
        "2015-12-24, 2017-01-04, 258"
    })
    void countsByHowManyWorkingDaysItIsLate(LocalDate due, LocalDate came, int days) {
        assertThat(WorkingDays.late(due, came)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2016-03-23, 1, 2016-03-24", "2016-03-24, 1, 2016-03-29", "2016-01-13, 2, 2016-01-15"})
    void findsTheWorkingDayThatComesAfter(LocalDate day, int number, LocalDate after) {
        assertThat(WorkingDays.after(day, number)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-01-11T23:59:59Z, 2016-01-11",
        "2016-07-11T22:59:59Z, 2016-07-11",
        "2016-07-11T23:00:00Z, 2016-07-12"
    })
    void itsDaysAreEnglands(Instant moment, LocalDate day) {
        assertThat(WorkingDays.dayOf(moment)).isEqualTo(day);
    }
}
