package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootnoteMarkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cell      | mark | text
            17*         | *    | 17
            17 **       | **   | 17
            - ⁴         | ⁴    | -
            12.4†       | †    | 12.4
            2²          | ²    | 2
            85 (r)      | (r)  | 85
            *           | *    | ''
            """)
    void standsBehindAFigure(String cell, String mark, String text) {
        assertThat(FootnoteMark.split(cell, false)).contains(new FootnoteMark(mark, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # line                              | mark | text
            * 16 relate to sickness             | *    | 16 relate to sickness
            *16 relate to sickness              | *    | 16 relate to sickness
            ⁴ As at the last census             | ⁴    | As at the last census
            ¹: Baseline is the national figure  | ¹    | Baseline is the national figure
            1: Baseline is the national figure  | 1    | Baseline is the national figure
            2. Rank by quartile                 | 2    | Rank by quartile
            (r) Revised since last month        | (r)  | Revised since last month
            """)
    void standsBeforeItsNote(String line, String mark, String text) {
        assertThat(FootnoteMark.split(line, true)).contains(new FootnoteMark(mark, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16 relate to sickness", "2.5 days is the mean", "Notes", "2015. ", "*"})
    void aLineWithoutAMarkIsNoNote(String line) {
        assertThat(FootnoteMark.split(line, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "n/a", "-", "", "85 (s)"})
    void aFigureWithoutAMarkIsNotSplit(String cell) {
        assertThat(FootnoteMark.split(cell, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"⁴, 4", "4, 4", "¹², 12", "*, *", "†, †"})
    void aMarkIsTheSameHoweverItIsRaised(String mark, String shared) {
        assertThat(FootnoteMark.shared(mark)).isEqualTo(shared);
    }
}
