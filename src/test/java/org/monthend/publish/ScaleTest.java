package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            22   | 37    | 1   | 0 | 100      | 20 25 30 35 40
            63   | 71.5  | 1   | 0 | 100      | 62 64 66 68 70 72
            92   | 100   | 1   | 0 | 100      | 92 94 96 98 100
            5    | 90    | 1   | 0 | 100      | 0 25 50 75 100
            1    | 14    | 1   | 0 | Infinity | 0 2 4 6 8 10 12 14
            13.4 | 16.8  | 0.1 | 0 | Infinity | 13 14 15 16 17
            0    | 0     | 1   | 0 | 100      | 0 1
            542  | 542   | 1   | 0 | Infinity | 541 542 543
            21.5 | 36.4  | 1   | 0 | Infinity | 20 22 24 26 28 30 32 34 36 38
            -4   | 3     | 1   | -Infinity | Infinity | -4 -2 0 2 4
            """)
    void goesByRoundNumbersAndBeginsAtNoughtOnlyWhereThatIsNear(
            double low, double high, double unit, double floor, double ceiling, String lines) {
        List<BigDecimal> drawn = Scale.of(low, high, unit, floor, ceiling).lines();
        int decimals = drawn.stream()
                .mapToInt(each -> Math.max(0, each.stripTrailingZeros().scale()))
                .max()
                .orElse(0);

        assertThat(drawn.stream()
                        .map(each -> each.setScale(decimals).toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(lines);
    }

    @Property
    void holdsAllThatIsDrawnWithFewLines(
            @ForAll @DoubleRange(min = 0, max = 1e6) double one,
            @ForAll @DoubleRange(min = 0, max = 1e6) double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        Scale scale = Scale.of(low, high, 1, 0, Double.POSITIVE_INFINITY);

        assertThat(scale.low()).isLessThanOrEqualTo(low + 1e-6);
        assertThat(scale.high()).isGreaterThanOrEqualTo(high - 1e-6);
        assertThat(scale.lines()).hasSizeBetween(2, 10);
    }
}
