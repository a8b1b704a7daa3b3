package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Unit;

class OutturnPropertiesTest {

    private static final FiscalYear YEAR = new FiscalYear(2015);

    @Property(tries = 500)
    void anySeriesHasAnOrderedOutturnOrAReasonForNone(
            @ForAll("months") List<MonthParts> months,
            @ForAll Unit unit,
            @ForAll Aggregation aggregation,
            @ForAll @IntRange(min = 0, max = 12) int monthsKnown,
            @ForAll @DoubleRange(min = -200, max = 2000) double target) {
        Outturn outturn = OutturnRule.outturn(
                series(months, unit, aggregation, monthsKnown), YEAR, Optional.of(Aim.atLeast(target)));

        assertThat(outturn.range().isPresent()).isEqualTo(outturn.reason().isEmpty());
        assertThat(outturn.range().isPresent()).isEqualTo(outturn.chance().isPresent());
        outturn.range().ifPresent(OutturnPropertiesTest::isOrdered);
        outturn.chance().ifPresent(chance -> assertThat(chance).isBetween(0.0, 1.0));
        outturn.chanceShown().ifPresent(shown -> assertThat(shown).isBetween(0, 100));
        if (!outturn.complete()) {
            outturn.chanceShown().ifPresent(shown -> assertThat(shown).isBetween(5, 95));
        }
    }

    @Property(tries = 300)
    void percentagesAndCountsStayPossible(
            @ForAll("shares") List<MonthParts> months,
            @ForAll("pooledOrLast") Aggregation aggregation,
            @ForAll @IntRange(min = 0, max = 12) int monthsKnown) {
        Outturn percent =
                OutturnRule.outturn(series(months, Unit.PERCENT, aggregation, monthsKnown), YEAR, Optional.empty());
        Outturn count =
                OutturnRule.outturn(series(months, Unit.COUNT, Aggregation.FLOW, monthsKnown), YEAR, Optional.empty());

        percent.range().ifPresent(range -> {
            assertThat(range.low95()).isNotNegative();
            assertThat(range.high95()).isLessThanOrEqualTo(100 + 1e-9);
        });
        count.range().ifPresent(range -> assertThat(range.low95()).isNotNegative());
    }

    @Property(tries = 300)
    void aHarderTargetIsNoLikelier(
            @ForAll("shares") List<MonthParts> months,
            @ForAll @IntRange(min = 0, max = 12) int monthsKnown,
            @ForAll @DoubleRange(min = 0, max = 100) double target,
            @ForAll @DoubleRange(min = 0, max = 50) double harder) {
        OutturnSeries series = series(months, Unit.PERCENT, Aggregation.RATIO, monthsKnown);
        OptionalDouble easy = OutturnRule.outturn(series, YEAR, Optional.of(Aim.atLeast(target)))
                .chance();
        OptionalDouble hard = OutturnRule.outturn(series, YEAR, Optional.of(Aim.atLeast(target + harder)))
                .chance();

        if (easy.isPresent()) {
            assertThat(hard.orElseThrow()).isLessThanOrEqualTo(easy.getAsDouble());
        }
    }

    @Property(tries = 300)
    void aBudgetLineHasAnOrderedOutturnOrAReasonForNone(
            @ForAll("spend") List<OptionalDouble> cumulative,
            @ForAll @IntRange(min = 0, max = 12) int monthsKnown,
            @ForAll @DoubleRange(min = 0, max = 1e9) double budget) {
        ReportingMonth last = YEAR.firstMonth().plusMonths(monthsKnown - 1);

        MoneyOutturn outturn = MoneyRule.outturn(cumulative, last, 1000, OptionalDouble.of(budget), YEAR);

        assertThat(outturn.outturn().isPresent()).isEqualTo(outturn.reason().isEmpty());
        outturn.outturn().ifPresent(OutturnPropertiesTest::isOrdered);
        outturn.chanceOfOverspend().ifPresent(chance -> assertThat(chance).isBetween(0.0, 1.0));
    }

    private static void isOrdered(OutturnRange range) {
        assertThat(DoubleStream.of(range.low95(), range.low80(), range.median(), range.high80(), range.high95())
                        .boxed()
                        .toList())
                .isSorted()
                .allSatisfy(bound -> assertThat(bound).isFinite());
    }

    private static OutturnSeries series(List<MonthParts> months, Unit unit, Aggregation aggregation, int monthsKnown) {
        return new OutturnSeries(YEAR.firstMonth().plusMonths(monthsKnown - 1), months, unit, aggregation);
    }

    @Provide
    Arbitrary<List<MonthParts>> months() {
        Arbitrary<Double> number = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 100).map(Integer::doubleValue)),
                Tuple.of(2, Arbitraries.of(0.0, 100.0, 1.0)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                -5.0,
                                4.9e-324,
                                1e-300,
                                1e300,
                                -1e308,
                                1e9,
                                0.5,
                                Double.NaN,
                                Double.POSITIVE_INFINITY)));
        Arbitrary<OptionalDouble> perhaps = Arbitraries.frequencyOf(
                Tuple.of(6, number.map(OptionalDouble::of)), Tuple.of(1, Arbitraries.just(OptionalDouble.empty())));
        return Arbitraries.oneOf(
                Combinators.combine(perhaps, perhaps, perhaps)
                        .as(MonthParts::new)
                        .list()
                        .ofMaxSize(40),
                number.map(MonthParts::of).list().ofMaxSize(40),
                Arbitraries.just(MonthParts.NOTHING).list().ofMaxSize(30),
                number.map(MonthParts::of)
                        .list()
                        .ofSize(1)
                        .map(one -> List.copyOf(Collections.nCopies(30, one.get(0)))),
                shares());
    }

    /** Numerators within their denominators, now and then of nothing, or missing. */
    @Provide
    Arbitrary<List<MonthParts>> shares() {
        Arbitrary<MonthParts> share = Arbitraries.integers()
                .between(0, 40)
                .flatMap(
                        whole -> Arbitraries.integers().between(0, whole).map(part -> MonthParts.of(part, whole, 100)));
        return Arbitraries.frequencyOf(Tuple.of(12, share), Tuple.of(1, Arbitraries.just(MonthParts.NOTHING)))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<OptionalDouble>> spend() {
        Arbitrary<OptionalDouble> pounds =
                Arbitraries.doubles().between(-1e6, 1e9).map(OptionalDouble::of);
        return Arbitraries.frequencyOf(Tuple.of(6, pounds), Tuple.of(1, Arbitraries.just(OptionalDouble.empty())))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Aggregation> pooledOrLast() {
        return Arbitraries.of(Aggregation.RATIO, Aggregation.STOCK_RATIO);
    }
}
