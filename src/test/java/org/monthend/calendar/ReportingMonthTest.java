package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingMonthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # month | key    | label  | long label     | last day | days | fiscal year | quarter      | ends it
            2015-12 | 201512 | Dec-15 | December 2015  | 31-Dec   | 31   | 2015/16     | 2015/16 Qtr3 | true
            2016-01 | 201601 | Jan-16 | January 2016   | 31-Jan   | 31   | 2015/16     | 2015/16 Qtr4 | false
            2016-02 | 201602 | Feb-16 | February 2016  | 29-Feb   | 29   | 2015/16     | 2015/16 Qtr4 | false
            2015-02 | 201502 | Feb-15 | February 2015  | 28-Feb   | 28   | 2014/15     | 2014/15 Qtr4 | false
            2016-03 | 201603 | Mar-16 | March 2016     | 31-Mar   | 31   | 2015/16     | 2015/16 Qtr4 | true
            2016-04 | 201604 | Apr-16 | April 2016     | 30-Apr   | 30   | 2016/17     | 2016/17 Qtr1 | false
            2016-06 | 201606 | Jun-16 | June 2016      | 30-Jun   | 30   | 2016/17     | 2016/17 Qtr1 | true
            2016-09 | 201609 | Sep-16 | September 2016 | 30-Sep   | 30   | 2016/17     | 2016/17 Qtr2 | true
            2000-01 | 200001 | Jan-00 | January 2000   | 31-Jan   | 31   | 1999/00     | 1999/00 Qtr4 | false
            2009-04 | 200904 | Apr-09 | April 2009     | 30-Apr   | 30   | 2009/10     | 2009/10 Qtr1 | false
            """)
    void isNamedAndPlacedInItsYear(
            String written,
            int key,
            String label,
            String longLabel,
            String lastDay,
            int days,
            String fiscalYear,
            String quarter,
            boolean endsQuarter) {
        ReportingMonth month = ReportingMonth.parse(written);

        assertThat(month.toString()).isEqualTo(written);
        assertThat(month.key()).isEqualTo(key);
        assertThat(month.label()).isEqualTo(label);
        assertThat(month.longLabel()).isEqualTo(longLabel);
        assertThat(month.lastDayLabel()).isEqualTo(lastDay);
        assertThat(month.days()).isEqualTo(days);
        assertThat(month.fiscalYear().label()).isEqualTo(fiscalYear);
        assertThat(month.quarter().label()).isEqualTo(quarter);
        assertThat(month.endsQuarter()).isEqualTo(endsQuarter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2015", "2015-1", "2015-00", "2015-13", "15-12", "Dec-15", "2015-12-01", "2015/12", "1899-12"
            })
    void refusesWhatIsNoMonth(String written) {
        assertThatThrownBy(() -> ReportingMonth.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysHowAMonthIsWritten() {
        assertThatThrownBy(() -> ReportingMonth.parse("Dec-15"))
                .hasMessage("'Dec-15' is not a month; write it as 2015-12 (year, hyphen, month)");
    }

    @Test
    void isTheMonthOfItsDays() {
        assertThat(ReportingMonth.of(LocalDate.of(2015, 12, 31))).isEqualTo(new ReportingMonth(2015, 12));
        assertThat(new ReportingMonth(2015, 12).firstDay()).isEqualTo(LocalDate.of(2015, 12, 1));
    }

    @Test
    void rangesFromTheFirstToTheLast() {
        ReportingMonth november = new ReportingMonth(2015, 11);

        assertThat(ReportingMonth.range(november, november.plusMonths(2)))
                .containsExactly(november, new ReportingMonth(2015, 12), new ReportingMonth(2016, 1));
        assertThat(ReportingMonth.range(november, november)).isEqualTo(List.of(november));
        assertThat(ReportingMonth.range(november, november.minusMonths(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai", "ja-JP-u-ca-japanese"})
    void isNamedTheSameInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            ReportingMonth month = new ReportingMonth(2016, 2);

            assertThat(List.of(month.toString(), month.label(), month.longLabel(), month.lastDayLabel()))
                    .containsExactly("2016-02", "Feb-16", "February 2016", "29-Feb");
            assertThat(month.quarter().label()).isEqualTo("2015/16 Qtr4");
        } finally {
            Locale.setDefault(before);
        }
    }
}
