package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;

class QuartersTest {

    private static final FiscalQuarter QUARTER = new FiscalQuarter(new FiscalYear(2015), 3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | unit      | Oct;Nov;Dec         | figure | known | partial
            FLOW          | COUNT     | 4;5;6               | 15     | 3     | false
            FLOW          | COUNT     | 4;;6                | 10     | 2     | true
            FLOW          | COUNT     | 4;-;6               | 10     | 2     | true
            FLOW          | COUNT     | 0;0;0               | 0      | 3     | false
            FLOW_MEAN     | COUNT     | 4;5;9               | 6      | 3     | false
            FLOW_MEAN     | COUNT     | 4;;9                | 6.5    | 2     | true
            STOCK         | COUNT     | 4;5;6               | 6      | 3     | false
            STOCK         | COUNT     | ;;6                 | 6      | 1     | false
            STOCK         | COUNT     | 4;5;                | 5      | 2     | true
            STOCK         | COUNT     | 4;5;c               | 5      | 2     | true
            ROLLING_3M    | COUNT     | 40;50;60            | 60     | 3     | false
            ROLLING_3M    | COUNT     | 40;;                | 40     | 1     | true
            RATIO         | PERCENT   | 1/10;10/20;9/10     | 50     | 3     | false
            RATIO         | PERCENT   | 1/10;;9/10          | 50     | 2     | true
            RATIO         | PERCENT   | ;30/40;             | 75     | 1     | true
            RATIO         | PERCENT   | ;75;                | 75     | 1     | true
            RATIO         | PER_10000 | 2/1000;4/1000;3/500 | 36     | 3     | false
            STOCK_RATIO   | PERCENT   | 1/10;10/20;9/10     | 90     | 3     | false
            STOCK_RATIO   | PERCENT   | 1/10;10/20;         | 50     | 2     | true
            """)
    void makesAQuarterByAggregation(
            Aggregation aggregation, Unit unit, String words, BigDecimal figure, int known, boolean partial) {
        PeriodFigure quarter = quarter(Measures.measure("M", unit, 0, aggregation), words);

        assertThat(quarter.period()).isEqualTo("2015/16 Qtr3");
        assertThat(quarter.figure().reportedValue())
                .get()
                .satisfies(value -> assertThat(value).isEqualByComparingTo(figure));
        assertThat(quarter.monthsKnown()).isEqualTo(known);
        assertThat(quarter.partial()).isEqualTo(partial);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | Oct;Nov;Dec                                         | reason              | printed
            STOCK         | ;;                                                  | NOT_RECEIVED        | not received
            FLOW          | ;;                                                  | NOT_RECEIVED        | not received
            STOCK         | -;-;-                                               | NOTHING_TO_REPORT   | -
            STOCK         | under development;under development;under development | UNDER_DEVELOPMENT | under development
            STOCK         | new measure;;                                       | NEW_MEASURE         | new measure
            STOCK         | -;under development;..                              | NOTHING_TO_REPORT   | -
            STOCK         | new measure;new measure;..                          | NOT_AVAILABLE       | ..
            STOCK         | not received;not received;-                         | NOTHING_TO_REPORT   | -
            FLOW          | -;-;- ⁴                                             | NOTHING_TO_REPORT   | - ⁴
            RATIO         | 75;80;90                                            | NOT_AVAILABLE       | ..
            RATIO         | 30/40;80;                                           | NOT_AVAILABLE       | ..
            RANK          | 4;5;6                                               | NOT_AVAILABLE       | ..
            """)
    void saysWhyThereIsNoFigure(Aggregation aggregation, String words, MissingReason reason, String printed) {
        PeriodFigure quarter = quarter(Measures.measure("M", Unit.PERCENT, 0, aggregation), words);

        assertThat(quarter.figure().statusWord()).isEqualTo(reason.word());
        assertThat(quarter.printed()).isEqualTo(printed);
        assertThat(quarter.partial()).isFalse();
    }

    @Test
    void divisionKeepsWhatThePageRoundsAway() {
        PeriodFigure quarter = quarter(Measures.percent("M"), "1/1;1/1;0/1");

        assertThat(quarter.figure().reportedValue()).contains(new BigDecimal("66.66666666666666666666666666666667"));
        assertThat(quarter.printed()).isEqualTo("67%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Oct;Nov;Dec | status       | known | printed
            ;;90          | reported     | 3     | 90%
            80;85;90      | reported     | 3     | 90%
            80;85;        | not_received | 0     | not received
            80;85;-       | nothing_to_report | 0 | -
            """)
    void takesAQuarterlyFigureFromTheLastMonth(String words, String status, int known, String printed) {
        PeriodFigure quarter = quarter(Measures.with(Measures.percent("M"), Frequency.QUARTERLY), words);

        assertThat(quarter.figure().statusWord()).isEqualTo(status);
        assertThat(quarter.monthsKnown()).isEqualTo(known);
        assertThat(quarter.printed()).isEqualTo(printed);
        assertThat(quarter.partial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | Oct;Nov;Dec | printed
            STOCK         | 4;5;17*     | 17*
            STOCK         | 4;5*;       | 5*
            STOCK         | 4*;5;17     | 17
            FLOW          | 4;5;17*     | 26
            FLOW          | ;;17*       | 17*
            """)
    void carriesAFootnoteOverOnlyFromASingleMonth(Aggregation aggregation, String words, String printed) {
        assertThat(quarter(Measures.measure("M", Unit.COUNT, 0, aggregation), words)
                        .printed())
                .isEqualTo(printed);
    }

    @Test
    void showsTheLatestMonthItself() {
        PeriodFigure latest = latest(2015, 12, Measures.count("M"), "4;5;17*");

        assertThat(latest.period()).isEqualTo("Dec-15");
        assertThat(latest.printed()).isEqualTo("17*");
        assertThat(latest.footnoteMark()).isEqualTo("*");
        assertThat(latest.partial()).isFalse();
    }

    @Test
    void saysThatTheLatestMonthWasNotReceived() {
        assertThat(latest(2015, 12, Measures.count("M"), "4;5;").printed()).isEqualTo("not received");
    }

    @Test
    void expectsAQuarterlyFigureOnlyWhenTheQuarterEnds() {
        Measure quarterly = Measures.with(Measures.percent("M"), Frequency.QUARTERLY);

        assertThat(latest(2015, 11, quarterly, "80;85;90").printed()).isEqualTo("not due");
        assertThat(latest(2015, 12, quarterly, "80;85;90").printed()).isEqualTo("90%");
    }

    private static PeriodFigure quarter(Measure measure, String words) {
        return Quarters.of(QUARTER, measure, Months.byMonth(Months.from(QUARTER.firstMonth(), measure.unit(), words)));
    }

    private static PeriodFigure latest(int year, int month, Measure measure, String words) {
        return Quarters.latest(
                new ReportingMonth(year, month),
                measure,
                Months.byMonth(Months.from(QUARTER.firstMonth(), measure.unit(), words)));
    }
}
