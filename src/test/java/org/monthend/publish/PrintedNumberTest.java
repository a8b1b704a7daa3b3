package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # printed | value    | step   | format
                    0         | 0        | 1      | 0
                    24        | 24       | 1      | 0
                    1,024     | 1024     | 1      | #,##0
                    16.0      | 16.0     | 0.1    | 0.0
                    0%        | 0        | 1      | 0\\%
                    18.4%     | 18.4     | 0.1    | 0.0\\%
                    17*       | 17       | 1      | 0\\*
                    88%²      | 88       | 1      | 0\\%\\²
                    £38.6M    | 38600000 | 100000 | \\£0.0,,\\M
                    +£1.61M   | 1610000  | 10000  | \\+\\£0.00,,\\M
                    +£831K    | 831000   | 1000   | \\+\\£0,\\K
                    -£478K    | -478000  | 1000   | \\£0,\\K;\\-\\£0,\\K
                    −1.5 pp   | -1.5     | 0.1    | 0.0\\ \\p\\p;\\−0.0\\ \\p\\p
                    """)
    void readsWhatThePagePrints(String printed, BigDecimal value, BigDecimal step, String format) {
        PrintedNumber number = PrintedNumber.of(printed).orElseThrow();

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.step()).isEqualByComparingTo(step);
        assertThat(number.format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "- ⁴", "new measure", "B", "↔", "12/31", "1.2.3", "5 to 7", "1,2"})
    void takesNothingElseForANumber(String printed) {
        assertThat(PrintedNumber.of(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "23%, 23.4, 23.4",
        "23%, 22.5, 22.5",
        "23%, 23.5, 23",
        "23%, 24, 23",
        "0%, 0.4, 0.4",
        "0%, -0.4, 0",
        "£38.6M, 38640000, 38640000",
        "£38.6M, 38650000, 38600000",
        "-£478K, -478499, -478499",
        "-£478K, -478500, -478000"
    })
    void holdsTheExactValueOnlyWhereItShowsAsPrinted(String printed, BigDecimal exact, BigDecimal held) {
        PrintedNumber number = PrintedNumber.of(printed).orElseThrow();

        assertThat(number.held(Optional.of(exact))).isEqualByComparingTo(held);
    }

    /** As a double 1.005 is a little less, and programs differ in whether they show it as 1.00 or 1.01. */
    @Test
    void holdsThePrintedValueWhereProgramsWouldRoundItsDoubleDifferently() {
        PrintedNumber number = PrintedNumber.of("1.01").orElseThrow();

        assertThat(number.held(Optional.of(new BigDecimal("1.005")))).isEqualByComparingTo("1.01");
        assertThat(number.shows(new BigDecimal("1.005"))).isFalse();
    }

    @Test
    void holdsThePrintedValueWhereNoOtherIsKnown() {
        assertThat(PrintedNumber.of("18.4%").orElseThrow().held(Optional.empty()))
                .isEqualByComparingTo("18.4");
    }
}
