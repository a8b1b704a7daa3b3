package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

class ForecastRuleTest {

    private static final ReportingMonth LAST = new ReportingMonth(2015, 12);
    private static final Measure COUNT = Measures.count("OPEN");
    private static final Measure PERCENT = Measures.percent("DONE");

    @Test
    void forecastsEachMonthAhead() {
        Forecast forecast = forecast(repeated(18, 10, 12, 11), COUNT);

        assertThat(forecast.months().stream().map(ForecastMonth::month))
                .isEqualTo(ReportingMonth.range(LAST.plusMonths(1), LAST.plusMonths(12)));
        assertThat(forecast.months().stream().map(ForecastMonth::horizon))
                .isEqualTo(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(forecast.monthsUsed()).isEqualTo(18);
        assertThat(forecast.indicative()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # months | indicative | method
            3        | true       | median
            5        | true       | median
            6        | false      | exponential smoothing, median of 6 months, mean of 12 months
            12       | false      | exponential smoothing, median of 6 months, mean of 12 months
            13       | false      | mean of 12 months, smoothing damped by 0.8, by 0.9, by 0.98
            24       | false      | median of 6 months, smoothing damped by 0.8, by 0.9, by 0.98
            48       | false      | smoothing damped by 0.8, by 0.9, by 0.95, by 0.98, undamped
            """)
    void choosesItsMethodsByTheLengthOfTheSeries(int months, boolean indicative, String method) {
        Forecast forecast = forecast(repeated(months, 10, 12, 11), COUNT);

        assertThat(forecast.method()).isEqualTo(method);
        assertThat(forecast.indicative()).isEqualTo(indicative);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # values
            ''
            10
            10;11
            10;;11
            10;11;12;13;14;15;;;
            10;11;12;13;14;15;;;;12;13
            """)
    void makesNoForecastFromTooLittle(String values) {
        assertThat(ForecastRule.forecast(series(values), LAST, COUNT, 6)).isEmpty();
    }

    @Test
    void makesNoForecastOfQuarterlyAndRollingFigures() {
        List<OptionalDouble> values = repeated(18, 10, 12, 11);

        assertThat(ForecastRule.forecast(values, LAST, COUNT, 6)).isPresent();
        assertThat(ForecastRule.forecast(values, LAST, Measures.with(COUNT, Frequency.QUARTERLY), 6))
                .isEmpty();
        assertThat(ForecastRule.forecast(values, LAST, Measures.with(COUNT, Aggregation.ROLLING_3M), 6))
                .isEmpty();
    }

    @Test
    void givesAConstantSeriesAnIntervalOfOneDisplayUnit() {
        for (int months : new int[] {3, 6, 13, 24, 60}) {
            for (ForecastMonth month : forecast(repeated(months, 40), COUNT).months()) {
                assertThat(month.mean()).isCloseTo(40, within(1e-9));
                assertThat(month.high80() - month.low80()).isCloseTo(1, within(1e-9));
                assertThat(month.high95() - month.low95()).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void keepsForecastsPossible() {
        for (ForecastMonth month :
                forecast(repeated(20, 100, 100, 99, 97, 100), PERCENT).months()) {
            assertThat(month.low95()).isBetween(0.0, 100.0);
            assertThat(month.high95()).isBetween(0.0, 100.0);
        }
        for (ForecastMonth month : forecast(repeated(20, 0, 1, 0, 0, 3), COUNT).months()) {
            assertThat(month.low95()).isNotNegative();
        }
    }

    @Test
    void startsAfreshAfterALongGap() {
        assertThat(forecast(series("90;95;90;95;90;95;;;;10;11;10;11;10;11;10"), COUNT))
                .isEqualTo(forecast(series("10;11;10;11;10;11;10"), COUNT));
    }

    @Test
    void looksFurtherAheadWhenTheLatestMonthsAreSilent() {
        List<ForecastMonth> silent =
                forecast(series("10;11;10;11;10;11;10;;"), COUNT).months();
        List<ForecastMonth> known = ForecastRule.forecast(
                        series("10;11;10;11;10;11;10"), LAST.minusMonths(2), COUNT, 14)
                .orElseThrow()
                .months();

        assertThat(silent.get(0).month()).isEqualTo(LAST.plusMonths(1));
        assertThat(silent.get(0).mean()).isEqualTo(known.get(2).mean());
        assertThat(silent.get(0).low80()).isEqualTo(known.get(2).low80());
        assertThat(silent.get(0).horizon()).isEqualTo(1);
    }

    @Test
    void countsFlowsByTheDay() {
        Measure flow = Measures.measure("REFERRALS", Unit.COUNT, 0, Aggregation.FLOW);
        List<OptionalDouble> tenADay = ReportingMonth.range(LAST.minusMonths(23), LAST).stream()
                .map(month -> OptionalDouble.of(10.0 * month.days()))
                .toList();

        for (ForecastMonth month : forecast(tenADay, flow).months()) {
            assertThat(month.mean()).isCloseTo(10.0 * month.month().days(), within(1e-6));
        }
    }

    @Test
    void findsTheSeasonsOfTwoYears() {
        List<OptionalDouble> seasonal = IntStream.range(0, 36)
                .mapToObj(i -> OptionalDouble.of(100 + 30 * Math.sin(Math.PI * i / 6)))
                .toList();

        for (ForecastMonth month : forecast(seasonal, Measures.measure("M", Unit.DAYS, 0, Aggregation.STOCK))
                .months()) {
            assertThat(month.mean()).isCloseTo(100 + 30 * Math.sin(Math.PI * (35 + month.horizon()) / 6), within(3.0));
        }
    }

    @Test
    void widensItsIntervalsWithTheMonthsAhead() {
        List<ForecastMonth> months =
                forecast(series("10;14;9;12;17;11;8;13;12;10;15;11"), COUNT).months();

        assertThat(months.get(11).high80()).isGreaterThan(months.get(0).high80());
        assertThat(months.get(11).low95()).isLessThan(months.get(0).low95());
    }

    /** Noise about a level that stays is as uncertain next year as next month; a level that wanders is not. */
    @Test
    void widensThemAsFarAsTheLevelWanders() {
        Random random = new Random(1);
        List<OptionalDouble> noise = new ArrayList<>();
        List<OptionalDouble> walk = new ArrayList<>();
        double level = 500;
        for (int month = 0; month < 60; month++) {
            level += random.nextGaussian();
            walk.add(OptionalDouble.of(level));
            noise.add(OptionalDouble.of(500 + random.nextGaussian()));
        }

        assertThat(widening(noise)).isLessThan(1.2);
        assertThat(widening(walk)).isGreaterThan(2.5);
    }

    private static double widening(List<OptionalDouble> values) {
        List<ForecastMonth> months = forecast(values, COUNT).months();
        return (months.get(11).high80() - months.get(11).low80())
                / (months.get(0).high80() - months.get(0).low80());
    }

    @Test
    void takesTheSpreadOfAShortSeriesFromItsSteps() {
        ForecastMonth first = forecast(series("-10;-8;-10;-8"), COUNT).months().get(0);

        assertThat(first.mean()).isEqualTo(-9);
        assertThat(first.high80() - first.mean()).isCloseTo(2 / 1.128 * 2.65, within(1e-9));
        assertThat(first.mean() - first.low95()).isCloseTo(2 / 1.128 * 7.13, within(1e-9));
    }

    @Test
    void leavesOutWhatIsMissingRatherThanTakingItForZero() {
        List<OptionalDouble> values = new ArrayList<>(repeated(24, 40));
        values.set(10, OptionalDouble.empty());
        values.set(20, OptionalDouble.empty());
        values.set(21, OptionalDouble.empty());

        Forecast forecast = forecast(values, COUNT);

        assertThat(forecast.monthsUsed()).isEqualTo(21);
        assertThat(forecast.months())
                .allSatisfy(month -> assertThat(month.mean()).isCloseTo(40, within(1e-9)));
    }

    private static Forecast forecast(List<OptionalDouble> values, Measure measure) {
        return ForecastRule.forecast(values, LAST, measure, 12).orElseThrow();
    }

    private static List<OptionalDouble> repeated(int months, double... pattern) {
        return IntStream.range(0, months)
                .mapToObj(i -> OptionalDouble.of(pattern[i % pattern.length]))
                .toList();
    }

    private static List<OptionalDouble> series(String values) {
        if (values.isEmpty()) {
            return Collections.emptyList();
        }
        return Arrays.stream(values.split(";", -1))
                .map(value -> value.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)))
                .toList();
    }
}
