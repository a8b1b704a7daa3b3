package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLinesTest {

    @Test
    void writesALineOfEverything() {
        CsvLines lines = new CsvLines();
        lines.line()
                .text("a, \"b\"")
                .number(1.5)
                .number(OptionalDouble.empty())
                .whole(7)
                .truth(true)
                .truth(false)
                .blank()
                .end();
        lines.line().text("").number(3).end();

        assertThat(lines).hasToString("\"a, \"\"b\"\"\",1.5,,7,TRUE,FALSE,\n,3\n");
        assertThat(CsvLines.header(List.of("case", "z"))).isEqualTo("case,z\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            =1+1        | '=1+1
            +44 20      | '+44 20
            -A1         | '-A1
            @sum        | '@sum
            -5+cmd      | '-5+cmd
            -12.5       | -12.5
            +7          | +7
            007         | 007
            R1K         | R1K
            """)
    void aTextIsNoFormulaAndElseAsItIs(String field, String written) {
        CsvLines lines = new CsvLines();
        lines.line().text(field).end();

        assertThat(lines).hasToString(written + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "100, 100", "0.1, 0.1", "1e-7, 1.0E-7", "1e22, 1.0E22", "123456.789, 123456.789"})
    void writesNumbersShortly(double number, String written) {
        assertThat(CsvLines.written(number)).isEqualTo(written);
    }

    @Property
    void noDigitIsLost(@ForAll double number) {
        assertThat(Double.parseDouble(CsvLines.written(number))).isEqualTo(number == 0 ? 0 : number);
    }
}
