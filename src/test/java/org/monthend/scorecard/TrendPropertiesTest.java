package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.Polarity;

class TrendPropertiesTest {

    @Property
    void flippingThePolarityChangesTheJudgementNeverTheArrow(@ForAll("series") List<OptionalDouble> values) {
        Trend higher = TrendRule.judge(values, 1, Polarity.HIGHER_IS_BETTER);
        Trend lower = TrendRule.judge(values, 1, Polarity.LOWER_IS_BETTER);
        Trend context = TrendRule.judge(values, 1, Polarity.CONTEXT);

        assertThat(lower.direction()).isEqualTo(higher.direction());
        assertThat(context.direction()).isEqualTo(higher.direction());
        assertThat(lower.judgement()).isEqualTo(opposite(higher.judgement()));
        assertThat(context.judgement()).isEqualTo(Judgement.NEUTRAL);
    }

    @Property
    void aSeriesUpsideDownHasTheOppositeArrow(@ForAll("series") List<OptionalDouble> values) {
        Trend trend = TrendRule.judge(values, 1, Polarity.HIGHER_IS_BETTER);
        Trend mirrored = TrendRule.judge(mirrored(values), 1, Polarity.HIGHER_IS_BETTER);

        assertThat(mirrored.direction()).isEqualTo(opposite(trend.direction()));
        assertThat(mirrored.judgement()).isEqualTo(opposite(trend.judgement()));
        assertThat(mirrored.z() + trend.z()).isZero();
    }

    @Property
    void swappingTheMonthsSwapsBetterAndWorse(
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> low,
            @ForAll @Size(6) List<@IntRange(min = 50, max = 52) Integer> high) {
        List<OptionalDouble> before = known(low);
        List<OptionalDouble> after = known(high);

        assertThat(TrendRule.judge(joined(before, after), 1, Polarity.HIGHER_IS_BETTER)
                        .judgement())
                .isEqualTo(Judgement.BETTER);
        assertThat(TrendRule.judge(joined(after, before), 1, Polarity.HIGHER_IS_BETTER)
                        .judgement())
                .isEqualTo(Judgement.WORSE);
    }

    @Property
    void earlierMonthsThanTheLastSixtyChangeNothing(@ForAll("series") List<OptionalDouble> older) {
        List<OptionalDouble> recent = IntStream.range(0, 60)
                .mapToObj(i -> OptionalDouble.of(i * i % 7))
                .toList();

        assertThat(TrendRule.judge(joined(older, recent), 1, Polarity.CONTEXT))
                .isEqualTo(TrendRule.judge(recent, 1, Polarity.CONTEXT));
    }

    @Property
    void anySeriesHasAnArrowOrAReason(@ForAll("series") List<OptionalDouble> values) {
        Trend trend = TrendRule.judge(values, 1, Polarity.HIGHER_IS_BETTER);

        assertThat(trend.z()).isBetween(-999.0, 999.0);
        assertThat(trend.change()).isFinite();
        assertThat(trend.reason().isEmpty()).isEqualTo(trend.direction() != Direction.NONE);
    }

    @Property
    void noArrowIsWithoutGround(@ForAll("wild") List<OptionalDouble> values) {
        Trend trend = TrendRule.judge(values, 0.1, Polarity.HIGHER_IS_BETTER);

        assertThat(trend.z()).isBetween(-999.0, 999.0);
        assertThat(trend.change()).isFinite();
        if (trend.direction() == Direction.UP || trend.direction() == Direction.DOWN) {
            assertThat(values.get(values.size() - 1)).isPresent();
            assertThat(trend.monthsUsed()).isGreaterThanOrEqualTo(6);
            assertThat(Math.abs(trend.z())).isGreaterThanOrEqualTo(2.06);
            assertThat(Math.abs(trend.change())).isGreaterThanOrEqualTo(0.0999999999);
        }
    }

    @Property
    void aConstantSeriesHasNoArrow(@ForAll double value, @ForAll @IntRange(min = 1, max = 70) int months) {
        List<OptionalDouble> constant = IntStream.range(0, months)
                .mapToObj(month -> OptionalDouble.of(value))
                .toList();

        assertThat(TrendRule.judge(constant, 0.1, Polarity.HIGHER_IS_BETTER).direction())
                .isIn(Direction.LEVEL, Direction.NONE);
    }

    @Test
    void aFigureBeyondAllReckoningIsTold() {
        assertThat(TrendRule.judge(Series.of("1 2 3 4 5 6 1e200"), 1, Polarity.CONTEXT)
                        .reason())
                .isEqualTo("a figure too large to reckon with");
    }

    @Provide
    Arbitrary<List<OptionalDouble>> wild() {
        Arbitrary<OptionalDouble> gap = Arbitraries.just(OptionalDouble.empty());
        Arbitrary<OptionalDouble> odd = Arbitraries.of(
                        0.0,
                        100.0,
                        -5.0,
                        4.9e-324,
                        1e-300,
                        1e149,
                        -1e150,
                        1e300,
                        -1.7e308,
                        Double.NaN,
                        Double.POSITIVE_INFINITY)
                .map(OptionalDouble::of);
        Arbitrary<OptionalDouble> huge =
                Arbitraries.doubles().between(-1e150, 1e150).map(OptionalDouble::of);
        return Arbitraries.oneOf(
                Arbitraries.oneOf(odd, gap).list().ofMaxSize(40),
                Arbitraries.oneOf(huge, huge, gap).list().ofMaxSize(70),
                Arbitraries.doubles().map(OptionalDouble::of).list().ofMaxSize(70),
                gap.list().ofMaxSize(10),
                series());
    }

    @Provide
    Arbitrary<List<OptionalDouble>> series() {
        Arbitrary<OptionalDouble> any = Arbitraries.integers().between(-40, 200).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> flat = Arbitraries.of(0.0, 5.0).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> gap = Arbitraries.just(OptionalDouble.empty());
        Arbitrary<OptionalDouble> wide =
                Arbitraries.doubles().between(-1e9, 1e9).map(OptionalDouble::of);
        return Arbitraries.oneOf(
                Arbitraries.oneOf(any, any, any, gap).list().ofMaxSize(70),
                Arbitraries.oneOf(flat, flat, gap).list().ofMaxSize(40),
                wide.list().ofMaxSize(40));
    }

    private static List<OptionalDouble> mirrored(List<OptionalDouble> values) {
        return values.stream()
                .map(value -> value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value)
                .toList();
    }

    private static List<OptionalDouble> known(List<Integer> values) {
        return values.stream().map(OptionalDouble::of).toList();
    }

    private static List<OptionalDouble> joined(List<OptionalDouble> one, List<OptionalDouble> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Judgement opposite(Judgement judgement) {
        return switch (judgement) {
            case BETTER -> Judgement.WORSE;
            case WORSE -> Judgement.BETTER;
            case NEUTRAL -> Judgement.NEUTRAL;
        };
    }

    private static Direction opposite(Direction direction) {
        return switch (direction) {
            case UP -> Direction.DOWN;
            case DOWN -> Direction.UP;
            case LEVEL -> Direction.LEVEL;
            case NONE -> Direction.NONE;
        };
    }
}
