package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberKindTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # code                            | kind
            General                           | FIGURE
            0                                 | FIGURE
            #,##0.00                          | FIGURE
            0.00E+00                          | FIGURE
            # ?/?                             | FIGURE
            @                                 | FIGURE
            #,##0;[Red]-#,##0                 | FIGURE
            "£"#,##0.0"m"                     | FIGURE
            0 "days"                          | FIGURE
            #,##0 EUR                         | FIGURE
            0.0\\d                            | FIGURE
            _-* #,##0_-;-* #,##0_-;_-* "-"_-  | FIGURE
            General;[Red]-General             | FIGURE
            0%                                | PERCENTAGE
            0.0%;[Red]-0.0%                   | PERCENTAGE
            0"%"                              | FIGURE
            yyyy-mm-dd                        | DAY
            mmm\\-yy                          | DAY
            [$-809]dd mmmm yyyy;@             | DAY
            [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | DAY
            dd/mm/yyyy hh:mm                  | DAY
            mm                                | DAY
            d                                 | DAY
            [$-411]ggge"年"m"月"d"日";@        | DAY
            "week ending" d mmm               | DAY
            h:mm                              | TIME
            h:mm AM/PM                        | TIME
            mm:ss.0                           | TIME
            [h]:mm                            | TIME
            [mm]:ss                           | TIME
            [$-F400]h:mm:ss\\ AM/PM           | TIME
            """, delimiter = '|', quoteCharacter = '\u0000')
    void readsTheKindFromTheCode(String code, NumberKind kind) {
        assertThat(NumberKind.ofCode(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "0, FIGURE",
        "1, FIGURE",
        "4, FIGURE",
        "9, PERCENTAGE",
        "10, PERCENTAGE",
        "11, FIGURE",
        "14, DAY",
        "17, DAY",
        "18, TIME",
        "21, TIME",
        "22, DAY",
        "37, FIGURE",
        "45, TIME",
        "46, TIME",
        "49, FIGURE",
        "57, DAY",
        "163, FIGURE"
    })
    void knowsTheFormatsThatAreNeverWrittenDown(int formatId, NumberKind kind) {
        assertThat(NumberKind.ofBuiltIn(formatId)).isEqualTo(kind);
    }
}
