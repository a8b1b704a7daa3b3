package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

class VariationRuleTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    /** One letter a figure: . common, O outside, T trend, 2 two in three, S shift; what is missing has none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing                     | 10 11 10 11 10 11 10 11 10 11 10 11           | ............
            outside                     | 10 11 10 11 10 11 20 11 10 11 10 11           | ......O.....
            seven rising                | 9 1 9 1 9 2 3 4 5 6 7 8 1 9 1 9                | .....TTTTTTT....
            six rising are no trend     | 9 1 9 1 9 2 3 4 5 6 7 1 9 1 9                  | ...............
            a tie breaks a trend        | 9 1 9 1 9 2 3 4 4 5 6 7 1 9 1 9                | ................
            seven above                 | 1 9 1 9 1 8 7 8 7 8 7 8 1 2 1 9 1 2            | .....SSSSSSS......
            six above are no shift      | 1 9 1 9 1 8 7 8 7 8 7 1 8 2 1 9 1 2            | ..................
            two of three near           | 5 6 5 6 5 6 5 6 5 6 5 6 5 8.4 6 8.4 5 6 5 6    | .............2.2....
            """)
    void flags(String name, String figures, String causes) {
        assertThat(causes(chart(figures))).as(name).isEqualTo(causes);
    }

    @Test
    void aGapOfTwoMonthsIsPassedOver() {
        String rising = "9 1 9 1 9 2 3 4 - - 5 6 7 8 1 9 1 9";

        assertThat(causes(chart(rising))).isEqualTo(".....TTTTTTT....");
        assertThat(chart(rising).segments())
                .isEqualTo(chart(rising.replace("- -", "-")).segments());
    }

    @Test
    void aLongerGapBreaksRunsAndHasNoRange() {
        ControlChart chart = chart("9 1 9 1 9 2 3 4 - - - 5 6 7 8 1 9 1 9");

        assertThat(causes(chart)).isEqualTo("................");
        assertThat(chart.segments().get(0).limits().ranges()).isEqualTo(14);
        assertThat(chart.segments().get(0).figures()).isEqualTo(16);
    }

    @Test
    void pointsKeepTheirPlaceInTheSeries() {
        assertThat(chart("- 5 - 6").points()).extracting(ControlPoint::position).containsExactly(1, 3);
    }

    @Test
    void hasNoVariationWhenTheLastMonthIsMissing() {
        assertThat(chart("5 6 5 6 5 50").variation()).contains(Variation.IMPROVEMENT);
        assertThat(chart("5 6 5 6 5 50 -").variation()).isEmpty();
    }

    @Test
    void aSegmentStartsAtTheRebaseAndNothingCrossesIt() {
        String figures = "10 11 10 11 10 11 10 11 10 11 10 11 30 31 30 31 30 31 30 31 30 31 30 31";

        ControlChart whole = chart(figures);
        ControlChart rebased = VariationRule.judge(
                Series.of(figures), ChartSettings.rebasedAt(Set.of(12)), Polarity.HIGHER_IS_BETTER, Optional.empty());

        assertThat(causes(whole)).doesNotContain(".");
        assertThat(causes(rebased)).isEqualTo("........................");
        assertThat(rebased.segments()).extracting(ControlSegment::start).containsExactly(0, 12);
        assertThat(rebased.points())
                .extracting(ControlPoint::segment)
                .startsWith(0)
                .endsWith(1);
        assertThat(rebased.segments().get(1).limits().mean()).isEqualTo(30.5);
    }

    @Test
    void aRebaseInAMonthWithoutAFigureHoldsFromThereOn() {
        ControlChart chart = VariationRule.judge(
                Series.of("1 2 1 - 5 6 5"), ChartSettings.rebasedAt(Set.of(3)), Polarity.CONTEXT, Optional.empty());

        assertThat(chart.segments()).extracting(ControlSegment::start).containsExactly(0, 3);
        assertThat(chart.segments()).extracting(ControlSegment::figures).containsExactly(3, 3);
    }

    @Test
    void limitsAreForTrialUnderTwelveFigures() {
        assertThat(chart("1 2 1 2 1 2 1 2 1 2 1").latest().orElseThrow().isTrial())
                .isTrue();
        assertThat(chart("1 2 1 2 1 2 1 2 1 2 1 2").latest().orElseThrow().isTrial())
                .isFalse();
    }

    @Test
    void limitsCanRestOnTheFirstFiguresAlone() {
        String figures = "1 2 1 2 1 2 1 2 1 2 1 2 50 90";
        ChartSettings fixed = new ChartSettings(Set.of(), OptionalInt.of(12), Screening.ON);

        ControlChart chart = VariationRule.judge(Series.of(figures), fixed, Polarity.LOWER_IS_BETTER, Optional.empty());

        assertThat(chart.latest().orElseThrow().limits().mean()).isEqualTo(1.5);
        assertThat(chart.variation()).contains(Variation.CONCERN);
        assertThatThrownBy(() -> new ChartSettings(Set.of(), OptionalInt.of(11), Screening.ON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, IMPROVEMENT, CONCERN",
        "LOWER_IS_BETTER, CONCERN, IMPROVEMENT",
        "CONTEXT, NEUTRAL_HIGH, NEUTRAL_LOW"
    })
    void judgesTheVariationByPolarity(Polarity polarity, Variation ofHigh, Variation ofLow) {
        assertThat(Variation.of(SpecialCause.ABOVE_UPPER_LIMIT, polarity)).isEqualTo(ofHigh);
        assertThat(Variation.of(SpecialCause.FALLING, polarity)).isEqualTo(ofLow);
        assertThat(Variation.of(SpecialCause.COMMON, polarity)).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void theSideOfTheMeanIsJudgedWithATolerance() {
        ControlChart constant = chart("0.88 ".repeat(18));

        assertThat(constant.points()).allSatisfy(point -> {
            assertThat(point.side()).isZero();
            assertThat(point.cause()).isEqualTo(SpecialCause.COMMON);
        });
    }

    @Test
    void whatHardlyEverHappensKeepsItsLimits() {
        String rare = "0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0";
        ChartSettings screened = new ChartSettings(Set.of(), OptionalInt.empty(), Screening.ON);

        ControlChart asTheReference =
                VariationRule.judge(Series.of(rare), screened, Polarity.CONTEXT, Optional.empty());

        assertThat(causes(asTheReference)).isEqualTo("OOOOOOOOOOOOOOOOOO");
        assertThat(chart(rare).latest().orElseThrow().limits().meanRange()).isGreaterThan(0);
        assertThat(chart(rare).points().get(13).cause()).isEqualTo(SpecialCause.ABOVE_UPPER_LIMIT);
        assertThat(chart(rare).points().get(17).outside()).isFalse();
    }

    @Test
    void aMeasureIsJudgedByItsRebasesAndTheTargetInForce() {
        Measure measure = Measures.measure("M", Unit.PERCENT, 0, Aggregation.RATIO);
        List<OptionalDouble> figures =
                Series.of("10 11 10 11 10 11 10 11 10 11 10 11 30 31 30 31 30 31 30 31 30 31 30 31");
        List<Target> targets = List.of(
                target("5", new ReportingMonth(2014, 1), Optional.of(new ReportingMonth(2015, 6))),
                target("90", new ReportingMonth(2015, 7), Optional.empty()));

        ControlChart chart =
                VariationRule.judge(figures, DECEMBER, measure, List.of(new ReportingMonth(2015, 1)), targets);

        assertThat(chart.segments()).extracting(ControlSegment::start).containsExactly(0, 12);
        assertThat(chart.assurance()).isEqualTo(Assurance.CONSISTENTLY_FAILS);
        assertThat(chart.variation()).contains(Variation.COMMON_CAUSE);
    }

    @ParameterizedTest
    @CsvSource({"ROLLING_3M, rolling three months", "RANK, a position has no limits"})
    void saysWhyThereIsNoChart(Aggregation aggregation, String reason) {
        Measure measure = Measures.measure("M", Unit.COUNT, 0, aggregation);

        ControlChart chart = VariationRule.judge(Series.of("1 2 3"), DECEMBER, measure, List.of(), List.of());

        assertThat(chart.reason()).isEqualTo(reason);
        assertThat(chart.points()).isEmpty();
        assertThat(chart("- -").reason()).isEqualTo("no figure");
        assertThat(VariationRule.judge(List.of(), DECEMBER, Measures.count("M"), List.of(), List.of())
                        .reason())
                .isEqualTo("no figure");
    }

    private static Target target(String value, ReportingMonth from, Optional<ReportingMonth> to) {
        return new Target(
                "M",
                "TRUST",
                from,
                to,
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO);
    }

    private static ControlChart chart(String figures) {
        return VariationRule.judge(
                Series.of(figures), ChartSettings.rebasedAt(Set.of()), Polarity.HIGHER_IS_BETTER, Optional.empty());
    }

    private static String causes(ControlChart chart) {
        return chart.points().stream()
                .map(point -> switch (point.cause()) {
                    case COMMON -> ".";
                    case ABOVE_UPPER_LIMIT, BELOW_LOWER_LIMIT -> "O";
                    case RISING, FALLING -> "T";
                    case TWO_IN_THREE_ABOVE, TWO_IN_THREE_BELOW -> "2";
                    case SHIFT_ABOVE, SHIFT_BELOW -> "S";
                })
                .collect(Collectors.joining());
    }
}
