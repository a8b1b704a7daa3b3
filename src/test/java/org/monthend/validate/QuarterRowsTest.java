package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Layout;
import org.monthend.extract.LayoutSketch;
import org.monthend.extract.SheetSketch;

/** Figures of quarters in a return of December 2015. */
class QuarterRowsTest {

    private static final Layout PAGE = LayoutSketch.layout("PAGE", """
            header tiers |          | 2
            measure      | column   | Measure
            organisation | constant | TRUST
            quarter      | across   | {fiscal year} > {quarter}
            month        | across   | Latest > {month}
            code         |          | - = nothing to report
            code         |          | new measure = new measure
            notes        |          | Notes*
            """);

    private static final String HEADER = """
            Measure | 2015/16 | <    | <    | Latest
            ^       | Qtr1    | Qtr2 | Qtr3 | Dec-15
            """;

    private final Path folder;

    QuarterRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aQuarterIsStatedBesideTheMonth() {
        Judged judged = page("""
                CPP                       | 49          | 48      | 67.7  | 68
                TIMELY                    | [93%]       | 81%     | 12.5% | 97%
                OPEN                      | new measure | <       | - *   | 17*
                EET                       | [89%]       | [87%]   | [93%] | -

                Notes
                * 16 relate to sickness
                """);

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.verdict()).isEqualTo("accepted 16 = 16 + 0");
        assertThat(judged.published())
                .containsExactlyInAnyOrder(
                        "CPP TRUST 2015-12 68",
                        "CPP TRUST 2015/16 Qtr1 49",
                        "CPP TRUST 2015/16 Qtr2 48",
                        "CPP TRUST 2015/16 Qtr3 67.7",
                        "TIMELY TRUST 2015-12 97",
                        "TIMELY TRUST 2015/16 Qtr1 93",
                        "TIMELY TRUST 2015/16 Qtr2 81",
                        "TIMELY TRUST 2015/16 Qtr3 12.5",
                        "OPEN TRUST 2015-12 17 (* 16 relate to sickness)",
                        "OPEN TRUST 2015/16 Qtr1 new_measure",
                        "OPEN TRUST 2015/16 Qtr2 new_measure",
                        "OPEN TRUST 2015/16 Qtr3 nothing_to_report (* 16 relate to sickness)",
                        "EET TRUST 2015-12 nothing_to_report",
                        "EET TRUST 2015/16 Qtr1 89",
                        "EET TRUST 2015/16 Qtr2 87",
                        "EET TRUST 2015/16 Qtr3 93");
    }

    @Test
    void aStatementKnowsItsCell() {
        Statement.QuarterStatement said =
                (Statement.QuarterStatement) page("OPEN | 1 | 17* | 3 | 4").statements().stream()
                        .filter(each -> each.period().equals("2015/16 Qtr2"))
                        .findFirst()
                        .orElseThrow();

        assertThat(List.of(said.sheet(), said.cell(), said.reportedText(), said.footnoteMark()))
                .containsExactly("Page", "C3", "17*", "*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            CPP | 1,23 | 2 | 3 | 4    ~ ERROR R201 at Page!B3: '1,23' is text, not a number of the kind asked for.
            CPP | 42 | < | 3 | 4      ~ ERROR R201 at Page!B3: '42' is unreadable (the one figure is merged over several columns), not a number of the kind asked for.
            CPP | | 2 | 3 | 4         ~ ERROR R305 at Page!A3: CPP per 10,000 has no figure for 2015/16 Qtr1.
            TIMELY | 101% | 2 | 3 | 4 ~ ERROR R308 at Page!B3: 101% is no share of anything.
            CPP | -1 | 2 | 3 | 4      ~ ERROR R309 at Page!B3: CPP per 10,000 is -1.
            | 1 | 2 | 3 | 4           ~ ERROR R213 at Page!A3: the row has figures but no name.
            Children | 1 | 2 | 3 | 4  ~ ERROR R205 at Page!A3: 'Children' is no measure of the catalogue.
            """)
    void aQuarterIsJudgedByTheRulesOfEveryFigure(String row, String sentence) {
        assertThat(page(row).issues().get(0)).startsWith(sentence);
    }

    @Test
    void aQuarterThatIsNotOverByTheReturnsMonthIsAnError() {
        Judged judged = judged("""
                Measure | 2015/16 | <    | Latest
                ^       | Qtr3    | Qtr4 | Dec-15
                CPP     | 1       | 2    | 3
                OPEN    | 1       |      | 3
                """);

        assertThat(judged.issues())
                .containsExactly(
                        "ERROR R307 at Page!C2: the row is about 2015/16 Qtr4, which ends after the return's month"
                                + " December 2015. Correct the month.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 5 = 4 + 1");
    }

    @Test
    void aYearThatIsNoneIsAnError() {
        assertThat(judged("""
                Measure | 2014/16 | Latest
                ^       | Qtr3    | Dec-15
                CPP     | 1       | 3
                """).issues())
                .containsExactly("ERROR R204 at Page!B2: '2014/16 qtr3' is no quarter that can be read for certain."
                        + " Write the month as Dec-15.");
    }

    @Test
    void theSameAgainIsCountedOnceAndAContradictionTakesBothAway() {
        Judged judged = page("""
                CPP | 1 | 2 | 3 | 4
                CPP | 1 | 9 | 3 | 4
                """);

        assertThat(judged.issues())
                .contains(
                        "NOTE R401 at Page!B4: CPP for 2015/16 Qtr1 stands at Page!B3 already. Take one of the two away;"
                                + " it was counted once.",
                        "ERROR R402 at Page!C4: CPP for 2015/16 Qtr2 says something else at Page!C3; neither was loaded."
                                + " Keep the one that is right.");
        assertThat(judged.published())
                .containsExactlyInAnyOrder(
                        "CPP TRUST 2015-12 4", "CPP TRUST 2015/16 Qtr1 1", "CPP TRUST 2015/16 Qtr3 3");
    }

    private Judged page(String rows) {
        return judged(HEADER + rows);
    }

    private Judged judged(String sheet) {
        return Judged.of(
                SheetSketch.workbook("Page", sheet).write(folder.resolve("page.xlsx")),
                SmallCatalogue.of(List.of(), PAGE));
    }
}
