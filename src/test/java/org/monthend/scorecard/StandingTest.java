package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;

class StandingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # polarity       | figure | target | tolerance | standing         | variance | to the good | by rounding
            HIGHER_IS_BETTER | 96     | 95     | 0         | MET              | 1        | 1           | false
            HIGHER_IS_BETTER | 95.00  | 95     | 0         | MET              | 0        | 0           | false
            HIGHER_IS_BETTER | 94.6   | 95     | 0         | MISSED           | -0.4     | -0.4        | true
            HIGHER_IS_BETTER | 94.4   | 95     | 0         | MISSED           | -0.6     | -0.6        | false
            HIGHER_IS_BETTER | 90     | 95     | 5         | WITHIN_TOLERANCE | -5       | -5          | false
            HIGHER_IS_BETTER | 94.9   | 95     | 5         | WITHIN_TOLERANCE | -0.1     | -0.1        | true
            HIGHER_IS_BETTER | 89.999 | 95     | 5         | MISSED           | -5.001   | -5.001      | false
            HIGHER_IS_BETTER | 94.6   | 94.7   | 0         | MISSED           | -0.1     | -0.1        | true
            HIGHER_IS_BETTER | 92.4   | 92.5   | 0         | MISSED           | -0.1     | -0.1        | false
            LOWER_IS_BETTER  | 23     | 25     | 0         | MET              | -2       | 2           | false
            LOWER_IS_BETTER  | 25     | 25.0   | 0         | MET              | 0        | 0           | false
            LOWER_IS_BETTER  | 25.4   | 25     | 0         | MISSED           | 0.4      | -0.4        | true
            LOWER_IS_BETTER  | 27     | 25     | 2         | WITHIN_TOLERANCE | 2        | -2          | false
            LOWER_IS_BETTER  | 28     | 25     | 2         | MISSED           | 3        | -3          | false
            CONTEXT          | 28     | 25     | 2         | NO_TARGET        | 3        |             | false
            """)
    void judgesUnroundedFigures(
            Polarity polarity,
            BigDecimal figure,
            BigDecimal value,
            BigDecimal tolerance,
            TargetStanding standing,
            BigDecimal variance,
            BigDecimal toTheGood,
            boolean byRounding) {
        TargetJudgement judgement = Standing.judge(
                Figure.of(figure),
                Measures.with(Measures.percent("M"), polarity),
                Optional.of(target(value, null, null, tolerance)));

        assertThat(judgement.standing()).isEqualTo(standing);
        assertThat(judgement.variance())
                .get()
                .satisfies(found -> assertThat(found).isEqualByComparingTo(variance));
        assertThat(judgement.varianceToTheGood().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(toTheGood).map(BigDecimal::stripTrailingZeros));
        assertThat(judgement.missesByRounding()).isEqualTo(byRounding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # figure | low | high | standing         | variance | by rounding
            16       | 16  | 18   | MET              | 0        | false
            18       | 16  | 18   | MET              | 0        | false
            17       | 16  | 18   | MET              | 0        | false
            19       | 16  | 18   | WITHIN_TOLERANCE | 1        | false
            15       | 16  | 18   | WITHIN_TOLERANCE | -1       | false
            18.3     | 16  | 18   | WITHIN_TOLERANCE | 0.3      | true
            20       | 16  | 18   | MISSED           | 2        | false
            13       | 16  | 18   | MISSED           | -3       | false
            13       | 16  |      | MISSED           | -3       | false
            99       | 16  |      | MET              | 0        | false
            99       |     | 18   | MISSED           | 81       | false
            3        |     | 18   | MET              | 0        | false
            """)
    void meetsABandInsideWhateverThePolarity(
            BigDecimal figure,
            BigDecimal low,
            BigDecimal high,
            TargetStanding standing,
            BigDecimal variance,
            boolean byRounding) {
        for (Polarity polarity : Polarity.values()) {
            TargetJudgement judgement = Standing.judge(
                    Figure.of(figure),
                    Measures.with(Measures.count("M"), polarity),
                    Optional.of(target(null, low, high, BigDecimal.ONE)));

            assertThat(judgement.standing()).isEqualTo(standing);
            assertThat(judgement.variance())
                    .get()
                    .satisfies(found -> assertThat(found).isEqualByComparingTo(variance));
            assertThat(judgement.missesByRounding()).isEqualTo(byRounding);
            assertThat(judgement.varianceToTheGood().isPresent()).isEqualTo(polarity != Polarity.CONTEXT);
        }
    }

    @Test
    void keepsTheTargetWhenThereIsNoFigure() {
        TargetJudgement judgement = Standing.judge(
                Figure.missing(MissingReason.NOTHING_TO_REPORT),
                Measures.percent("M"),
                Optional.of(target(new BigDecimal("95"), null, null, BigDecimal.ZERO)));

        assertThat(judgement.standing()).isEqualTo(TargetStanding.NO_FIGURE);
        assertThat(judgement.printed()).isEqualTo("95%");
        assertThat(judgement.value()).contains(new BigDecimal("95"));
        assertThat(judgement.variance()).isEmpty();
        assertThat(judgement.varianceToTheGood()).isEmpty();
    }

    @Test
    void hasNoStandingWithoutATarget() {
        Measure measure = Measures.percent("M");
        Figure figure = Figure.of(BigDecimal.TEN);

        assertThat(Standing.judge(figure, measure, Optional.empty()).standing()).isEqualTo(TargetStanding.NO_TARGET);
        assertThat(Standing.judge(figure, measure, Optional.of(target(null, null, null, BigDecimal.ZERO)))
                        .standing())
                .isEqualTo(TargetStanding.NO_TARGET);
    }

    private static Target target(
            @Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high, BigDecimal tolerance) {
        return new Target(
                "M",
                "TRUST",
                new ReportingMonth(2015, 4),
                Optional.empty(),
                Optional.ofNullable(value),
                Optional.ofNullable(low),
                Optional.ofNullable(high),
                tolerance);
    }
}
