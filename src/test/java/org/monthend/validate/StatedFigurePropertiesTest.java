package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;

class StatedFigurePropertiesTest {

    @Property
    void readsBackAnyNumberUpToSixDecimals(@ForAll("numbers") BigDecimal figure) {
        StatedFigure.Number number = number(new CellValue.Text(figure.toPlainString()), StatedFigure.Scale.PLAIN);

        assertThat(number.value()).isEqualTo(figure);
        assertThat(number.halfWidth().multiply(BigDecimal.valueOf(2))).isEqualByComparingTo(figure.ulp());
    }

    @Property
    void theThousandsCommaChangesNothing(@ForAll("numbers") BigDecimal figure) {
        String grouped = String.format(Locale.UK, "%,." + figure.scale() + "f", figure);

        assertThat(number(new CellValue.Text(grouped), StatedFigure.Scale.PLAIN).value())
                .isEqualTo(figure);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(scale -> Arbitraries.longs()
                        .between(-99_999_999_999_999L, 99_999_999_999_999L)
                        .map(digits -> BigDecimal.valueOf(digits, scale)));
    }

    private static StatedFigure.Number number(CellValue value, StatedFigure.Scale scale) {
        return (StatedFigure.Number) StatedFigure.read(new SourcedValue(value, "F14"), scale, Map.of());
    }
}
