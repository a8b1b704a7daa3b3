package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

class PrintedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # value | unit          | decimals | printed
            22.5    | PERCENT       | 0        | 23%
            22.49   | PERCENT       | 0        | 22%
            0       | PERCENT       | 0        | 0%
            100     | PERCENT       | 0        | 100%
            375.5   | PER_10000     | 0        | 376
            16      | CASES_PER_FTE | 1        | 16.0
            7.55    | DAYS_PER_FTE  | 1        | 7.6
            7.549   | DAYS_PER_FTE  | 1        | 7.5
            9999.4  | COUNT         | 0        | 9999
            9999.5  | COUNT         | 0        | '10,000'
            1234567 | COUNT         | 0        | '1,234,567'
            12345.6 | CASES_PER_FTE | 1        | '12,345.6'
            -0.4    | COUNT         | 0        | 0
            -3      | COUNT         | 0        | -3
            1E+3    | COUNT         | 0        | 1000
            """)
    void roundsAValueOnceInItsUnit(BigDecimal value, Unit unit, int decimals, String printed) {
        Measure measure = Measures.measure("M", unit, decimals, Aggregation.STOCK);

        assertThat(Printed.value(value, measure)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # stated | unit          | decimals | printed
            17.6     | PERCENT       | 0        | 17.6%
            37.0     | PERCENT       | 0        | 37%
            82       | PERCENT       | 0        | 82%
            48       | PER_10000     | 0        | 48
            16       | CASES_PER_FTE | 1        | 16.0
            7.00     | DAYS_PER_FTE  | 1        | 7.0
            600      | DAYS          | 0        | 600
            """)
    void keepsTheDecimalsThatOthersStated(BigDecimal stated, Unit unit, int decimals, String printed) {
        Measure measure = Measures.measure("M", unit, decimals, Aggregation.STOCK);
        Baseline baseline = new Baseline("M", new Baseline.NationalAverage(stated), Optional.of(stated), "", "");

        assertThat(Printed.baseline(baseline, measure)).isEqualTo(printed);
        assertThat(Printed.rank(baseline, measure)).isEqualTo(printed);
    }

    @Test
    void printsWhatStandsForABaselineThatIsNotThere() {
        Measure measure = Measures.percent("M");
        Baseline none = new Baseline("M", new Baseline.NoRank("-"), Optional.empty(), "-", "");
        Baseline ranked = new Baseline("M", new Baseline.QuartileBand("C"), Optional.empty(), "", "");

        assertThat(Printed.rank(none, measure)).isEqualTo("-");
        assertThat(Printed.baseline(none, measure)).isEqualTo("-");
        assertThat(Printed.rank(ranked, measure)).isEqualTo("C");
        assertThat(Printed.baseline(ranked, measure)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what is missing | mark | printed
            NOTHING_TO_REPORT | ''   | -
            NOTHING_TO_REPORT | ⁴    | - ⁴
            NOTHING_TO_REPORT | *    | -*
            NOT_AVAILABLE     | ¹²   | .. ¹²
            SUPPRESSED        | ''   | c
            NEW_MEASURE       | ''   | new measure
            """)
    void printsWhyAFigureIsMissingAndItsMark(MissingReason reason, String mark, String printed) {
        assertThat(Printed.figure(Figure.missing(reason), Measures.count("M"), mark))
                .isEqualTo(printed);
    }

    @Test
    void appendsTheMarkToAFigure() {
        Figure seventeen = Figure.of(BigDecimal.valueOf(17));

        assertThat(Printed.figure(seventeen, Measures.count("M"), "*")).isEqualTo("17*");
        assertThat(Printed.figure(seventeen, Measures.percent("M"), "")).isEqualTo("17%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # pounds    | printed | as a variance
            42300000    | £42.3M  | +£42.3M
            917000      | £917K   | +£917K
            2470000     | £2.47M  | +£2.47M
            -514000     | -£514K  | -£514K
            19950000    | £20.0M  | +£20.0M
            999499      | £999K   | +£999K
            999500      | £1.00M  | +£1.00M
            999999.99   | £1.00M  | +£1.00M
            1000000     | £1.00M  | +£1.00M
            1000        | £1.00K  | +£1.00K
            12345       | £12.3K  | +£12.3K
            999.49      | £999    | +£999
            999.5       | £1.00K  | +£1.00K
            640         | £640    | +£640
            -7.5        | -£8     | -£8
            0           | £0      | £0
            -0.2        | £0      | £0
            1234567890  | £1230M  | +£1230M
            12345678900 | '£12,300M' | '+£12,300M'
            """)
    void printsMoneyInThreeDigits(BigDecimal pounds, String printed, String asVariance) {
        assertThat(Printed.money(pounds)).isEqualTo(printed);
        assertThat(Printed.moneyVariance(pounds)).isEqualTo(asVariance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # variance | unit          | decimals | printed
            2.25       | PERCENT       | 0        | +2.3 pp
            -2.25      | PERCENT       | 0        | −2.3 pp
            0          | PERCENT       | 0        | 0.0 pp
            -0.004     | PERCENT       | 0        | −0.004 pp
            0.00001    | PERCENT       | 0        | 0.0000 pp
            3          | COUNT         | 0        | +3
            -12000     | COUNT         | 0        | '−12,000'
            0.4        | COUNT         | 0        | +0.4
            0          | COUNT         | 0        | 0
            3.69       | DAYS_PER_FTE  | 0        | +3.7
            0.5        | DAYS_PER_FTE  | 1        | +0.50
            """)
    void printsVariancesFinerThanFiguresAndNeverAMissAsZero(
            BigDecimal variance, Unit unit, int decimals, String printed) {
        assertThat(Printed.variance(variance, Measures.measure("M", unit, decimals, Aggregation.STOCK)))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # value | low  | high | printed
            25      |      |      | 25%
            92.5    |      |      | 92.5%
                    | 90   | 95   | 90% to 95%
                    | 90   |      | at least 90%
                    |      | 9.5  | at most 9.5%
                    |      |      | ''
            """)
    void neverRoundsATarget(BigDecimal value, BigDecimal low, BigDecimal high, String printed) {
        Target target = new Target(
                "M",
                "TRUST",
                new ReportingMonth(2015, 4),
                Optional.empty(),
                Optional.ofNullable(value),
                Optional.ofNullable(low),
                Optional.ofNullable(high),
                BigDecimal.ZERO);

        assertThat(Printed.target(target, Measures.percent("M"))).isEqualTo(printed);
    }

    @Test
    void printsSharesAndNumbers() {
        assertThat(Printed.share(new BigDecimal("86.5"))).isEqualTo("87%");
        assertThat(Printed.number(new BigDecimal("4"))).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new measure;new measure;33;23;29 -> new measure;;33;23;29",
                "under development;under development;under development;under development;under development"
                        + " -> under development;;;;",
                "-;-;-;-;- -> -;-;-;-;-",
                "new measure;new measure;new measure;new measure;new measure -> new measure;;;;new measure",
                "new measure;5;new measure;new measure;6 -> new measure;5;new measure;;6",
                "under development;new measure;5;6;7 -> under development;new measure;5;6;7",
                "new measure;new measure ⁴;5;6;7 -> new measure;new measure ⁴;5;6;7",
                "5;5;5;5;5 -> 5;5;5;5;5"
            })
    void saysANewMeasureOnceForTheCellsThatFollow(String example) {
        String[] sides = example.split(" -> ", -1);
        List<PeriodFigure> cells = new ArrayList<>();
        ReportingMonth first = new ReportingMonth(2015, 8);
        Months.from(first, Unit.COUNT, sides[0])
                .forEach(figure -> cells.add(
                        Quarters.latest(figure.month(), Measures.count("M"), Months.byMonth(List.of(figure)))));

        assertThat(Printed.row(cells).stream().map(PeriodFigure::printed))
                .isEqualTo(Arrays.asList(sides[1].split(";", -1)));
    }
}
