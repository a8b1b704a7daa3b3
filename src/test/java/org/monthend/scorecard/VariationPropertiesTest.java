package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.ProcessLimits;

class VariationPropertiesTest {

    private static final ReportingMonth LAST = new ReportingMonth(2015, 12);

    @Property
    void anySeriesHasFiniteLimitsAndAPointForEachFigure(
            @ForAll("series") List<OptionalDouble> values, @ForAll("settings") ChartSettings settings) {
        ControlChart chart = chart(values, settings, Polarity.HIGHER_IS_BETTER);

        assertThat(chart.points())
                .hasSize((int) values.stream().filter(Magnitudes::isSound).count());
        assertThat(chart.segments()).allSatisfy(segment -> {
            ProcessLimits limits = segment.limits();
            assertThat(DoubleStream.of(
                                    limits.lower(),
                                    limits.nearLower(),
                                    limits.mean(),
                                    limits.nearUpper(),
                                    limits.upper(),
                                    limits.sigma())
                            .allMatch(Double::isFinite))
                    .isTrue();
            assertThat(List.of(limits.lower(), limits.nearLower(), limits.mean(), limits.nearUpper(), limits.upper()))
                    .isSorted();
        });
    }

    /** Each rule can be seen on the points that it names; without one it names nothing. */
    @Property
    void noSpecialCauseIsWithoutGround(@ForAll("series") List<OptionalDouble> values) {
        ControlChart chart = chart(values, ChartSettings.rebasedAt(Set.of()), Polarity.HIGHER_IS_BETTER);

        for (ControlPoint point : chart.points()) {
            ProcessLimits limits = chart.segments().get(point.segment()).limits();
            switch (point.cause()) {
                case ABOVE_UPPER_LIMIT -> assertThat(point.value()).isGreaterThan(limits.upper());
                case BELOW_LOWER_LIMIT -> assertThat(point.value()).isLessThan(limits.lower());
                case RISING, FALLING, SHIFT_ABOVE, SHIFT_BELOW ->
                    assertThat(chart.points()).hasSizeGreaterThanOrEqualTo(7);
                case TWO_IN_THREE_ABOVE, TWO_IN_THREE_BELOW ->
                    assertThat(point.nearLimit()).isTrue();
                case COMMON -> assertThat(point.outside()).isFalse();
            }
            assertThat(point.outside() && limits.ranges() == 0).isFalse();
        }
    }

    @Property
    void aConstantSeriesHasNoSpecialCause(@ForAll double value, @ForAll @IntRange(min = 1, max = 80) int months) {
        List<OptionalDouble> constant = IntStream.range(0, months)
                .mapToObj(i -> OptionalDouble.of(value))
                .toList();

        assertThat(chart(constant, ChartSettings.rebasedAt(Set.of()), Polarity.LOWER_IS_BETTER)
                        .points())
                .allSatisfy(point -> assertThat(point.cause()).isEqualTo(SpecialCause.COMMON));
    }

    @Property
    void fewFiguresThatDifferByChanceHaveNoSpecialCauseInARun(
            @ForAll @Size(max = 6) List<@DoubleRange(min = -1e6, max = 1e6) Double> figures) {
        ControlChart chart = chart(
                figures.stream().map(OptionalDouble::of).toList(),
                ChartSettings.rebasedAt(Set.of()),
                Polarity.LOWER_IS_BETTER);

        assertThat(chart.points())
                .extracting(ControlPoint::cause)
                .doesNotContain(
                        SpecialCause.RISING, SpecialCause.FALLING, SpecialCause.SHIFT_ABOVE, SpecialCause.SHIFT_BELOW);
    }

    @Property
    void flippingThePolarityChangesTheColourNeverTheRule(@ForAll("series") List<OptionalDouble> values) {
        ControlChart higher = chart(values, ChartSettings.rebasedAt(Set.of()), Polarity.HIGHER_IS_BETTER);
        ControlChart lower = chart(values, ChartSettings.rebasedAt(Set.of()), Polarity.LOWER_IS_BETTER);

        assertThat(lower.segments()).isEqualTo(higher.segments());
        for (int i = 0; i < higher.points().size(); i++) {
            assertThat(lower.points().get(i).cause())
                    .isEqualTo(higher.points().get(i).cause());
            assertThat(lower.points().get(i).variation())
                    .isEqualTo(opposite(higher.points().get(i).variation()));
        }
    }

    @Property
    void aSeriesUpsideDownHasTheOppositeCauses(@ForAll("series") List<OptionalDouble> values) {
        List<OptionalDouble> mirrored = values.stream()
                .map(value -> value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value)
                .toList();
        ControlChart chart = chart(values, ChartSettings.rebasedAt(Set.of()), Polarity.HIGHER_IS_BETTER);
        ControlChart other = chart(mirrored, ChartSettings.rebasedAt(Set.of()), Polarity.HIGHER_IS_BETTER);

        for (int i = 0; i < chart.points().size(); i++) {
            assertThat(other.points().get(i).cause().side())
                    .isEqualTo(-chart.points().get(i).cause().side());
        }
    }

    @Property
    void whatLiesBeforeARebaseChangesNothingAfterIt(
            @ForAll("series") List<OptionalDouble> before, @ForAll("series") List<OptionalDouble> after) {
        ControlChart alone = chart(after, ChartSettings.rebasedAt(Set.of()), Polarity.CONTEXT);
        ControlChart both =
                chart(Series.joined(before, after), ChartSettings.rebasedAt(Set.of(before.size())), Polarity.CONTEXT);

        assertThat(both.points().stream()
                        .filter(point -> point.position() >= before.size())
                        .map(ControlPoint::cause))
                .isEqualTo(alone.points().stream().map(ControlPoint::cause).toList());
        if (!alone.points().isEmpty()) {
            assertThat(both.latest().orElseThrow().limits())
                    .isEqualTo(alone.latest().orElseThrow().limits());
        }
    }

    @Property
    void oneOutlierAloneIsNoReasonToRebase(
            @ForAll @IntRange(min = 20, max = 60) int months, @ForAll @IntRange(max = 59) int where) {
        double[] onceDifferent = IntStream.range(0, months)
                .mapToDouble(month -> month == where % months ? 5_000 : 50 + month % 2)
                .toArray();

        assertThat(RebaseRule.propose(Series.of(onceDifferent), LAST, Measures.count("M"), List.of()))
                .isEmpty();
    }

    @Property
    void aProposalStandsOnFiguresAlone(@ForAll("series") List<OptionalDouble> values) {
        Optional<RebaseProposal> proposal = RebaseRule.propose(values, LAST, Measures.count("M"), List.of());

        assertThat(proposal.stream()).allSatisfy(proposed -> {
            assertThat(Math.abs(proposed.sigmas())).isFinite().isGreaterThanOrEqualTo(1.5);
            assertThat(proposed.figuresBefore()).isGreaterThanOrEqualTo(12);
            assertThat(proposed.figuresAfter()).isGreaterThanOrEqualTo(8);
            assertThat(proposed.run()).isBetween(8, proposed.figuresAfter());
            assertThat(values.get(
                            values.size() - 1 - (LAST.index() - proposed.month().index())))
                    .isPresent();
        });
    }

    @Provide
    Arbitrary<List<OptionalDouble>> series() {
        Arbitrary<OptionalDouble> gap = Arbitraries.just(OptionalDouble.empty());
        Arbitrary<OptionalDouble> count = Arbitraries.integers().between(0, 100).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> ends =
                Arbitraries.of(0.0, 0.0, 100.0, 100.0, 1.0).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> tiny =
                Arbitraries.of(1e-300, 2e-300, 4.9e-324, 0.0).map(OptionalDouble::of);
        Arbitrary<OptionalDouble> wild = Arbitraries.of(
                        0.0,
                        -5.0,
                        1e-300,
                        1e149,
                        -1e150,
                        1e300,
                        -1.7e308,
                        1e9,
                        3.0,
                        Double.NaN,
                        Double.POSITIVE_INFINITY)
                .map(OptionalDouble::of);
        return Arbitraries.oneOf(
                Arbitraries.oneOf(count, count, count, gap).list().ofMaxSize(70),
                Arbitraries.oneOf(ends, ends, gap).list().ofMaxSize(40),
                tiny.list().ofMaxSize(30),
                Arbitraries.oneOf(wild, gap).list().ofMaxSize(30),
                gap.list().ofMaxSize(10),
                Arbitraries.doubles().map(OptionalDouble::of).list().ofMaxSize(40));
    }

    @Provide
    Arbitrary<ChartSettings> settings() {
        Arbitrary<Set<Integer>> starts =
                Arbitraries.integers().between(0, 70).set().ofMaxSize(3);
        Arbitrary<OptionalInt> fix = Arbitraries.of(OptionalInt.empty(), OptionalInt.of(12), OptionalInt.of(20));
        return Combinators.combine(starts, fix, Arbitraries.of(Screening.values()))
                .as(ChartSettings::new);
    }

    private static ControlChart chart(List<OptionalDouble> values, ChartSettings settings, Polarity polarity) {
        return VariationRule.judge(values, settings, polarity, Optional.of(Aim.atLeast(50)));
    }

    private static Variation opposite(Variation variation) {
        return switch (variation) {
            case IMPROVEMENT -> Variation.CONCERN;
            case CONCERN -> Variation.IMPROVEMENT;
            case COMMON_CAUSE -> Variation.COMMON_CAUSE;
            case NEUTRAL_HIGH, NEUTRAL_LOW -> throw new IllegalStateException("of a measure with a better side");
        };
    }
}
