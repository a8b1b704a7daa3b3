package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
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
    void setsATargetAgainstTheLimits(double target, Polarity polarity, Assurance expected) {
        assertThat(Assurance.of(FORTY_TO_SIXTY, Aim.at(target), polarity)).isEqualTo(expected);
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
    void setsABandAgainstTheLimitsWhateverThePolarity(Double low, Double high, Assurance expected) {
        Aim band = new Aim(OptionalDouble.empty(), number(low), number(high));

        assertThat(Polarity.values())
                .allSatisfy(polarity ->
                        assertThat(Assurance.of(FORTY_TO_SIXTY, band, polarity)).isEqualTo(expected));
    }

    @Test
    void nothingIsConsistentFromOneFigure() {
        ProcessLimits one = ProcessLimits.of(new double[] {5});

        assertThat(Assurance.of(one, Aim.at(4), Polarity.HIGHER_IS_BETTER)).isEqualTo(Assurance.HIT_AND_MISS);
        assertThat(Assurance.of(one, Aim.between(1, 9), Polarity.CONTEXT)).isEqualTo(Assurance.HIT_AND_MISS);
    }

    @Test
    void aValueBesideABandCounts() {
        ReportingMonth month = new ReportingMonth(2015, 12);
        Target both = new Target(
                "M",
                "TRUST",
                month,
                Optional.empty(),
                Optional.of(BigDecimal.TEN),
                Optional.of(BigDecimal.ONE),
                Optional.empty(),
                BigDecimal.ZERO);

        assertThat(Aim.of(both)).isEqualTo(Aim.at(10));
    }

    private static OptionalDouble number(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
