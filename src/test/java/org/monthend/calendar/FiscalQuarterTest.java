package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalQuarterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # quarter | first   | last    | label
            1         | 2015-04 | 2015-06 | 2015/16 Qtr1
            2         | 2015-07 | 2015-09 | 2015/16 Qtr2
            3         | 2015-10 | 2015-12 | 2015/16 Qtr3
            4         | 2016-01 | 2016-03 | 2015/16 Qtr4
            """)
    void runsFromAprilToMarch(int number, String first, String last, String label) {
        FiscalQuarter quarter = new FiscalQuarter(new FiscalYear(2015), number);

        assertThat(quarter.firstMonth()).hasToString(first);
        assertThat(quarter.lastMonth()).hasToString(last);
        assertThat(quarter.months()).hasSize(3);
        assertThat(quarter.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void refusesWhatIsNoQuarter(int number) {
        FiscalYear year = new FiscalYear(2015);

        assertThatThrownBy(() -> new FiscalQuarter(year, number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015/16 Qtr2         | 2015/16 Qtr2
            2014/15  Qtr 3       | 2014/15 Qtr3
            2015/16 Q1           | 2015/16 Qtr1
            Q2 2015/16           | 2015/16 Qtr2
            Quarter 4, 2015-16   | 2015/16 Qtr4
            quarter 4 2015/2016  | 2015/16 Qtr4
            qtr. 1 2009/10       | 2009/10 Qtr1
            1999/00 Qtr1         |
            2015/16              |
            Qtr2                 |
            Q2 2015              |
            2015/16 Q5           |
            2015/17 Q1           |
            2015/16 Q12          |
            Dec-15               |
            """)
    void isReadFromWordsThatNameItForCertain(String words, String quarter) {
        assertThat(FiscalQuarter.read(words).map(FiscalQuarter::label)).isEqualTo(Optional.ofNullable(quarter));
    }

    @Test
    void aYearHasTwelveMonthsFromAprilOn() {
        FiscalYear year = new FiscalYear(2015);

        assertThat(year.months())
                .hasSize(12)
                .startsWith(new ReportingMonth(2015, 4))
                .endsWith(new ReportingMonth(2016, 3));
    }
}
