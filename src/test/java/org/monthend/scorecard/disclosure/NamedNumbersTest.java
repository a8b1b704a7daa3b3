package org.monthend.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedNumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    16 relate to sickness, one to discipline             | 1
                    5 foster carers, with a further 3 planned            | 5 3
                    Re-audit of five files in September                  | 5
                    Both hub carers                                      | 2
                    A sibling pair and TWINS                             | 2 2
                    Rose from 12 to 4 (four!)                            | 4 4
                    n=2                                                  | 2
                    x3 and ④ and ３                                      | 3 4 3
                    1/3 of them                                          | 1 3
                    4.5 posts                                            | 4.5
                    1st of its kind                                      | 1
                    A single child was moved once                        | 1 1
                    4 may have been harmed                               | 4
                    2 Separated siblings, 3 Decided cases                | 2 3
                    """)
    void findsSmallNumbersHoweverTheyAreWritten(String text, String numbers) {
        assertThat(NamedNumbers.small(text).stream()
                        .map(BigDecimal::toPlainString)
                        .toList())
                .containsExactly(numbers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training will commence on 4th Feb with 29 nominees",
                "From 01st March they will; by 5 October 2016; on 3rd of May",
                "0 of 65,800 in 2015/16 Qtr3",
                "Stable cohort of 21 women for twenty-one or thirty five months",
                "Someone phoned; nobody alone was bothered",
                "10 and 50 and 1,234",
                ""
            })
    void otherNumbersAndDatesTellOfNobody(String text) {
        assertThat(NamedNumbers.small(text)).isEmpty();
    }
}
