package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # as written        | month
            Dec-15              | 2015-12
            Dec 15              | 2015-12
            Dec/15              | 2015-12
            Dec'15              | 2015-12
            Dec - 15            | 2015-12
            DEC-15              | 2015-12
            dec 2015            | 2015-12
            Dec2015             | 2015-12
            December 2015       | 2015-12
            ' December  2015 '  | 2015-12
            December\u00a02015  | 2015-12
            '\u00a0Dec-15\u00a0'| 2015-12
            Dec\u201315         | 2015-12
            Sept 2015           | 2015-09
            Sep-15              | 2015-09
            May 15              | 2015-05
            31 December 2015    | 2015-12
            1 Feb 15            | 2015-02
            31-Dec-15           | 2015-12
            01-Dec-2015         | 2015-12
            2015-12             | 2015-12
            2015-12-31          | 2015-12
            31/12/2015          | 2015-12
            01/02/2016          | 2016-02
            29/02/2016          | 2016-02
            Jan-00              | 2000-01
            Dec-49              | 2049-12
            """)
    void readsAMonthAsABritishHandWritesIt(String written, String month) {
        assertThat(MonthWords.read(written)).hasToString("Optional[" + month + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15-Dec", // a day, or a year
                "12/31/2015", // an American day
                "31/02/2015", // no calendar has it
                "99/12/2015",
                "2015-13",
                "2015-00",
                "2015-12-32",
                "32 December 2015",
                "29/02/2015",
                "Dec",
                "Dec15",
                "2015",
                "201512",
                "12/15",
                "12/2015",
                "Decem 2015",
                "Déc 2015",
                "Dezember 2015",
                "Dec-50", // the warehouse ends with 2049
                "Dec-1999",
                "1999-12",
                "42339", // a date that lost its format
                "Dec-١٥",
                "Dec 2015*",
            })
    void refusesWhatIsNoMonthForCertain(String written) {
        assertThat(MonthWords.read(written)).isEmpty();
    }

    /** A Turkish i, Arabic digits, a Thai calendar: none may change what a month is. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-SA", "th-TH-u-ca-buddhist-nu-thai", "de-DE"})
    void readsAlikeUnderEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(MonthWords.read("APRIL 2015")).contains(new ReportingMonth(2015, 4));
            assertThat(MonthWords.read("JUNI 2015")).isEmpty();
            assertThat(MonthWords.read("AUG-15")).contains(new ReportingMonth(2015, 8));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDayOutsideTheWarehousesYearsHasNoMonth() {
        assertThat(MonthWords.of(LocalDate.of(2015, 12, 31))).contains(new ReportingMonth(2015, 12));
        assertThat(MonthWords.of(LocalDate.of(1999, 12, 31))).isEmpty();
        assertThat(MonthWords.of(LocalDate.of(9999, 12, 31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # name   | year      | month
            Dec      | 2015      | 2015-12
            december | 2015/16   | 2015-12
            April    | 2015-16   | 2015-04
            Mar      | 2015/16   | 2016-03
            Mar      | 2015/2016 | 2016-03
            Jan      | 199900    | 2000-01
            Mar      | 2015/17   |
            Mar      | 15/16     |
            Total    | 2015      |
            """)
    void aNameAndAYearMakeAMonth(String name, String year, String month) {
        assertThat(MonthWords.read(name, year).map(ReportingMonth::toString).orElse(null))
                .isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023    | 2023-03
            2022/23 | 2023-03
            2022-23 | 2023-03
            202223  | 2023-03
            2009-13 |
            20165   |
            1999    |
            """)
    void aYearStandsForTheMonthThatItEndsIn(String year, String month) {
        assertThat(MonthWords.endOfYear(year, 3).map(ReportingMonth::toString).orElse(null))
                .isEqualTo(month);
    }

    @Test
    void whichNumberOfADateIsItsMonthIsDeclared() {
        assertThat(MonthWords.read("12/11/2015", MonthWords.DayOrder.DAY_FIRST)).contains(new ReportingMonth(2015, 11));
        assertThat(MonthWords.read("12/11/2015", MonthWords.DayOrder.MONTH_FIRST))
                .contains(new ReportingMonth(2015, 12));
        assertThat(MonthWords.read("13/11/2015", MonthWords.DayOrder.MONTH_FIRST))
                .isEmpty();
    }
}
