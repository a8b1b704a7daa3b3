package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;

class NumberStyleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # style    | written          | read
            1,234.5    | 1,234.5          | 1234.5
            1,234.5    | '\u00a01234\u00a0' | 1234
            1,234.5    | 1.234,5          |
            1,234.5    | 1 234            |
            1,234.5    | –5               |
            –1,234.5   | –5               | -5
            1.234,5    | 1.234,5          | 1234.5
            1.234,5    | 1.234            | 1234
            1.234,5    | 12,5             | 12.5
            1.234,5    | 1,234.5          |
            1.234,5    | 12.5             |
            1 234,5    | 1 234,5          | 1234.5
            1 234,5    | '1\u00a0234,5'   | 1234.5
            1 234,5    | '1\u202f234 567' | 1234567
            1 234,5    | 12 34            |
            1 234.5    | 1 234.5          | 1234.5
            1'234.5    | 1'234.5          | 1234.5
            """)
    void readsNoOtherThanItShows(String style, String written, String read) {
        StatedFigure figure = StatedFigure.read(
                new SourcedValue(new CellValue.Text(written), "B2"),
                StatedFigure.Scale.PLAIN,
                Map.of(),
                NumberStyle.of(style).orElseThrow());

        assertThat(figure.number().map(number -> number.value().toPlainString()).orElse(null))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234,5
            1.234.5
            1234
            12,345.6
            comma
            """)
    void isShownByOneExampleOnly(String example) {
        assertThat(NumberStyle.of(example)).isEmpty();
    }
}
