package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

class ForecastPropertiesTest {

    private static final ReportingMonth LAST = new ReportingMonth(2015, 12);

    @Property
    void anySeriesHasAnOrderedForecastOrNone(
            @ForAll("series") List<OptionalDouble> values,
            @ForAll Unit unit,
            @ForAll("monthly") Aggregation aggregation) {
        Measure measure = Measures.measure("M", unit, 0, aggregation);

        assertThat(ForecastRule.forecast(values, LAST, measure, 12).stream())
                .allSatisfy(forecast ->
                        assertThat(forecast.months()).hasSize(12).allSatisfy(ForecastPropertiesTest::isOrdered));
    }

    @Property
    void percentagesStayWithin0And100AndCountsAbove0(@ForAll("ordinary") List<OptionalDouble> values) {
        assertThat(ForecastRule.forecast(values, LAST, Measures.percent("M"), 12).stream()
                        .flatMap(forecast -> forecast.months().stream()))
                .allSatisfy(month -> {
                    assertThat(month.low95()).isNotNegative();
                    assertThat(month.high95()).isLessThanOrEqualTo(100);
                });
        assertThat(ForecastRule.forecast(values, LAST, Measures.count("M"), 12).stream()
                        .flatMap(forecast -> forecast.months().stream()))
                .allSatisfy(month -> assertThat(month.low95()).isNotNegative());
    }

    @Property
    void threeFiguresInARowAreEnough(@ForAll("series") List<OptionalDouble> values) {
        Measure measure = Measures.count("M");
        boolean ordinary = values.stream().allMatch(value -> Math.abs(value.orElse(0)) < 1e6);
        boolean enough = values.size() >= 3
                && values.subList(values.size() - 3, values.size()).stream().allMatch(OptionalDouble::isPresent);

        if (ordinary && enough) {
            assertThat(ForecastRule.forecast(values, LAST, measure, 6)).isPresent();
        }
    }

    @Property
    void aConstantSeriesGoesOnWithinOneDisplayUnit(
            @ForAll @IntRange(max = 100) int value, @ForAll @IntRange(min = 3, max = 80) int months) {
        List<OptionalDouble> constant = Collections.nCopies(months, OptionalDouble.of(value));

        assertThat(ForecastRule.forecast(constant, LAST, Measures.percent("M"), 12)
                        .orElseThrow()
                        .months())
                .allSatisfy(month -> {
                    assertThat(month.mean()).isCloseTo(value, within(1e-6));
                    assertThat(month.high95() - month.low95()).isLessThanOrEqualTo(1 + 1e-6);
                });
    }

    @Property
    void noLaterMonthIsSurer(
            @ForAll @IntRange(min = 3, max = 200) int months,
            @ForAll @DoubleRange(min = 0, max = 1) double speed,
            @ForAll @IntRange(min = 1, max = 120) int ahead) {
        IntervalWidth width = IntervalWidth.forMonths(months);

        assertThat(width.variance(ahead + 1, speed)).isGreaterThanOrEqualTo(width.variance(ahead, speed));
    }

    @Property
    void theSameSeriesHasTheSameForecast(@ForAll("series") List<OptionalDouble> values) {
        Measure measure = Measures.percent("M");

        assertThat(ForecastRule.forecast(values, LAST, measure, 6))
                .isEqualTo(ForecastRule.forecast(List.copyOf(values), LAST, measure, 6));
    }

    private static void isOrdered(ForecastMonth month) {
        assertThat(List.of(month.low95(), month.low80(), month.mean(), month.high80(), month.high95()))
                .isSorted()
                .allSatisfy(bound -> assertThat(bound).isFinite());
    }

    @Provide
    Arbitrary<List<OptionalDouble>> series() {
        Arbitrary<OptionalDouble> gap = Arbitraries.just(OptionalDouble.empty());
        Arbitrary<OptionalDouble> count = Arbitraries.integers().between(0, 100).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> few =
                Arbitraries.of(0.0, 0.0, 0.0, 1.0, 100.0).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> wild = Arbitraries.of(
                        0.0, -5.0, 4.9e-324, 1e-300, 1e300, -1e308, 1e9, 3.0, Double.NaN, Double.POSITIVE_INFINITY)
                .map(OptionalDouble::of);
        return Arbitraries.oneOf(
                Arbitraries.frequencyOf(Tuple.of(5, count), Tuple.of(1, gap))
                        .list()
                        .ofMaxSize(70),
                few.list().ofMaxSize(40),
                Arbitraries.oneOf(wild, gap).list().ofMaxSize(40),
                gap.list().ofMaxSize(10),
                Arbitraries.doubles().map(OptionalDouble::of).list().ofMaxSize(70));
    }

    /** What a percentage or a count can be, with all that is at its ends. */
    @Provide
    Arbitrary<List<OptionalDouble>> ordinary() {
        Arbitrary<OptionalDouble> gap = Arbitraries.just(OptionalDouble.empty());
        Arbitrary<OptionalDouble> any = Arbitraries.integers().between(0, 100).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> end = Arbitraries.of(0.0, 100.0).map(OptionalDouble::of);
        return Arbitraries.oneOf(
                Arbitraries.frequencyOf(Tuple.of(5, any), Tuple.of(1, gap))
                        .list()
                        .ofMaxSize(70),
                Arbitraries.frequencyOf(Tuple.of(9, end), Tuple.of(1, any))
                        .list()
                        .ofMaxSize(70));
    }

    @Provide
    Arbitrary<Aggregation> monthly() {
        return Arbitraries.of(Aggregation.FLOW, Aggregation.STOCK, Aggregation.RATIO);
    }
}
