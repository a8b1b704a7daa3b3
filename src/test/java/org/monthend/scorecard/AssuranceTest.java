package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.ProcessLimits;
import org.monthend.catalogue.Target;

class AssuranceTest {

    /** From 40 to 60: a mean of 50 and a mean range that reaches 10. */
    private static final ProcessLimits FORTY_TO_SIXTY = new ProcessLimits(50, 10 / 2.66, 12, 11, 0);

    @ParameterizedTest
    @CsvSource({
        "39.9, HIGHER_IS_BETTER, CONSISTENTLY_PASSES",
        "39.9, LOWER_IS_BETTER,  CONSISTENTLY_FAILS",
        "40,   HIGHER_IS_BETTER, HIT_AND_MISS",
        "50,   LOWER_IS_BETTER,  HIT_AND_MISS",
        "60,   LOWER_IS_BETTER,  HIT_AND_MISS",
        "60.1, HIGHER_IS_BETTER, CONSISTENTLY_FAILS",
        "60.1, LOWER_IS_BETTER,  CONSISTENTLY_PASSES",
        "60.1, CONTEXT,          NONE"
    })
    void setsATargetAgainstTheLimits(String target, Polarity polarity, Assurance expected) {
        assertThat(Assurance.of(FORTY_TO_SIXTY, Aim.of(target(target, null, null), polarity)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "39, 61, CONSISTENTLY_PASSES",
        "40, 61, HIT_AND_MISS",
        "45, 55, HIT_AND_MISS",
        "10, 39, CONSISTENTLY_FAILS",
        "61, 90, CONSISTENTLY_FAILS",
        "10, 40, HIT_AND_MISS",
        "39,   , CONSISTENTLY_PASSES",
        "  , 61, CONSISTENTLY_PASSES",
        "  , 39, CONSISTENTLY_FAILS",
        "  , 50, HIT_AND_MISS",
        "  ,   , NONE"
    })
    void setsABandAgainstTheLimitsWhateverThePolarity(String low, String high, Assurance expected) {
        assertThat(Polarity.values())
                .allSatisfy(polarity -> assertThat(
                                Assurance.of(FORTY_TO_SIXTY, Aim.of(target(null, low, high), polarity)))
                        .isEqualTo(expected));
    }

    @Test
    void nothingIsConsistentFromOneFigure() {
        ProcessLimits one = ProcessLimits.of(new double[] {5});

        assertThat(Assurance.of(one, Optional.of(Aim.atLeast(4)))).isEqualTo(Assurance.HIT_AND_MISS);
        assertThat(Assurance.of(one, Optional.of(new Aim(1, 9)))).isEqualTo(Assurance.HIT_AND_MISS);
    }

    private static Target target(@Nullable String value, @Nullable String low, @Nullable String high) {
        return new Target(
                "M",
                "TRUST",
                new ReportingMonth(2015, 12),
                Optional.empty(),
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.ofNullable(low).map(BigDecimal::new),
                Optional.ofNullable(high).map(BigDecimal::new),
                BigDecimal.ZERO);
    }
}
