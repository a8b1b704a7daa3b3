package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # stored              | meant
            0                     | 0
            -0                    | 0
            17                    | 17
            17.0                  | 17
            +5.50                 | 5.5
            .5                    | 0.5
            5.                    | 5
            0.29                  | 0.29
            -0.000123             | -0.000123
            1E2                   | 100
            1.5e-3                | 0.0015
            123456789012345       | 123456789012345
            0.123456789012345     | 0.123456789012345
            0.28999999999999998   | 0.29
            0.1000000000000000055 | 0.1
            0.8092742991878439    | 0.8092742991878439
            0.80927429918784387   | 0.8092742991878439
            87.999999999999986    | 87.99999999999999
            1.1000000000000001    | 1.1
            100000000000000000000 | 100000000000000000000
            12345678901234567     | 12345678901234568
            0.30000000000000004   | 0.30000000000000004
            1E-400                | 0
            0.50000000000000000000| 0.5
            """, delimiter = '|')
    void readsTheNumberThatWasMeant(String stored, BigDecimal meant) {
        assertThat(parse(stored)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "1,5",
                "1 5",
                "1.2.3",
                "12a",
                "1d",
                "1f",
                "NaN",
                "Infinity",
                "0x10",
                "1E999",
                "1E",
                "--1"
            })
    void readsNoNumberFromWhatIsNone(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Property(tries = 20_000)
    void theQuickWayAgreesWithTheDefinition(@ForAll("figures") double figure) {
        assertThat(ExactNumber.of(figure)).isEqualTo(ExactNumber.defined(figure));
    }

    @Property(tries = 5_000)
    void theNumberReadsBackAsTheSameDouble(@ForAll("figures") double figure) {
        assertThat(ExactNumber.of(figure).doubleValue()).isEqualTo(figure);
    }

    @Property(tries = 5_000)
    void whatAPersonTypedComesBackFromTheDouble(
            @ForAll @IntRange(min = -999_999_999, max = 999_999_999) int digits,
            @ForAll @IntRange(max = 12) int decimals) {
        BigDecimal typed = BigDecimal.valueOf(digits, decimals);

        assertThat(ExactNumber.of(typed.doubleValue())).isEqualByComparingTo(typed);
    }

    @Property(tries = 5_000)
    void textAndDoubleGiveTheSameNumber(@ForAll("figures") double figure) {
        Assume.that(Math.abs(figure) > 1e-300); // below that a double has fewer than 15 digits
        assertThat(parse(Double.toString(figure))).contains(ExactNumber.of(figure));
    }

    /** The sizes that figures have, quotients, and anything else that is finite. */
    @Provide
    Arbitrary<Double> figures() {
        Arbitrary<Double> sizes = Arbitraries.doubles().between(-1e16, 1e16);
        Arbitrary<Double> small = Arbitraries.doubles().between(-2, 2);
        Arbitrary<Double> quotients = Arbitraries.integers()
                .between(-100_000, 100_000)
                .flatMap(top -> Arbitraries.integers().between(1, 100_000).map(below -> top / (double) below));
        Arbitrary<Double> any =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> powersOfTwo = Arbitraries.integers().between(-30, 60).map(power -> Math.scalb(1.0, power));
        return Arbitraries.oneOf(sizes, small, quotients, any, powersOfTwo).filter(figure -> figure != 0);
    }

    private static Optional<BigDecimal> parse(String text) {
        return ExactNumber.parse(text.toCharArray(), 0, text.length());
    }
}
