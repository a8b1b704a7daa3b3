package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Severity;
import org.monthend.extract.LayoutSketch;
import org.monthend.extract.SheetSketch;

/** Rows of measures in a return of December 2015. */
class MeasureRowsTest {

    private static final String HEADER = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";

    private final Path folder;

    MeasureRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aReturnWithoutFaultIsAccepted() {
        Judged judged = tidy("""
                CPP                    | TRUST      | Dec-15             | 448 | 66150 | 68    |    |
                Visits in time ©       | The Trust  | [date 2015-12-31]  | 881 | 951   | [93%] |    | one closed office
                OPEN                   | NORTH      | 2015-12            |     |       | 17*   |    |
                TIMELY                 | NORTH      | Dec-15             |     |       | 87%   |    |
                EET                    | TRUST      | Dec-15             |     |       |       | .. |

                Notes
                * 16 relate to sickness
                """);

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.verdict()).isEqualTo("accepted 5 = 5 + 0");
        assertThat(judged.published())
                .containsExactly(
                        "CPP TRUST 2015-12 67.7249",
                        "TIMELY TRUST 2015-12 92.6393 (one closed office)",
                        "OPEN NORTH 2015-12 17 (* 16 relate to sickness)",
                        "TIMELY NORTH 2015-12 87",
                        "EET TRUST 2015-12 not_available");
    }

    @Test
    void aStatementKnowsItsCells() {
        Statement.MeasureStatement said = (Statement.MeasureStatement)
                tidy("CPP | TRUST | Dec-15 | 448 | 66150 | 68").statements().get(0);

        assertThat(said.sheet()).isEqualTo("Return");
        assertThat(List.of(said.numeratorCell(), said.denominatorCell(), said.valueCell()))
                .containsExactly("D2", "E2", "F2");
        assertThat(said.reportedText()).isEqualTo("68");
        assertThat(said.statedValue())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("68"));
    }

    @Test
    void halfAPatientIsReal() {
        assertThat(tidy("TIMELY | TRUST | Dec-15 | 0.5 | 100 | 0.5").published())
                .containsExactly("TIMELY TRUST 2015-12 0.5");
    }

    @Test
    void zeroIsAFigure() {
        assertThat(tidy("""
                TIMELY | TRUST | Dec-15 | 0 | 951 | 0
                OPEN   | TRUST | Dec-15 |   |     | 0
                """).published()).containsExactly("TIMELY TRUST 2015-12 0", "OPEN TRUST 2015-12 0");
    }

    @Test
    void whatWasCountedMayStandAsNumeratorAlone() {
        assertThat(tidy("OPEN | TRUST | Dec-15 | 29 | |").published()).containsExactly("OPEN TRUST 2015-12 29");
    }

    @Test
    void aValueMustAgreeWithinItsOwnRounding() {
        Judged judged = tidy("""
                TIMELY | TRUST | Dec-15 | 875 | 1000 | 87
                TIMELY | NORTH | Dec-15 | 875 | 1000 | 88%
                TIMELY | Seven | Dec-15 | 875 | 1000 | 87.4
                """);

        assertThat(judged.issues())
                .containsExactly("ERROR R304 at Return!F4: '87.4' is stated, but 875 over 1000 gives 87.5."
                        + " Correct the figure that is wrong.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 3 = 2 + 1");
    }

    /** 0.93 beside 881 of 951 would be loaded as less than one percent. */
    @Test
    void aFractionWhereAPercentageIsWantedIsCaughtByItsNumeratorAndDenominator() {
        assertThat(tidy("TIMELY | TRUST | Dec-15 | 881 | 951 | 0.93").issues())
                .containsExactly("ERROR R304 at Return!F2: '0.93' is stated, but 881 over 951 gives 92.6."
                        + " Correct the figure that is wrong.");
    }

    @Test
    void aColumnOfFractionsHoldsPercentagesAndLeavesCountsAlone() {
        Layout layout = LayoutSketch.layout("X", """
                measure      | column   | Measure
                organisation | constant | TRUST
                month        | constant | Dec-15
                value        | column   | Value | fraction
                """);

        assertThat(judge("Return", "Measure | Value\nTIMELY | 0.93\nOPEN | 29\nCPP | 68", layout)
                        .published())
                .containsExactly("TIMELY TRUST 2015-12 93", "OPEN TRUST 2015-12 29", "CPP TRUST 2015-12 68");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # row                                       | sentence
            "OPEN | TRUST | Dec-15 | | 300 |"           | ERROR R301 at Return!E2: Cases open is no fraction, yet it has a denominator. Give both, or neither and the value alone.
            "OPEN | TRUST | Dec-15 | 12 | 300 |"        | ERROR R301 at Return!E2: Cases open is no fraction, yet it has a denominator. Give both, or neither and the value alone.
            "OPEN | TRUST | Dec-15 | 12 | | 15"         | ERROR R304 at Return!F2: '15' is stated, but 12 was counted. Correct the figure that is wrong.
            "TIMELY | TRUST | Dec-15 | 12 | |"          | ERROR R301 at Return!A2: Visits in time has no denominator. Give both, or neither and the value alone.
            "TIMELY | TRUST | Dec-15 | | 12 |"          | ERROR R301 at Return!A2: Visits in time has no numerator. Give both, or neither and the value alone.
            "TIMELY | TRUST | Dec-15 | 0 | 0 |"         | ERROR R302 at Return!E2: the denominator of Visits in time is 0. Write '-' if there was nothing to count.
            "TIMELY | TRUST | Dec-15 | 5 | -1 |"        | ERROR R302 at Return!E2: the denominator of Visits in time is -1. Write '-' if there was nothing to count.
            "TIMELY | TRUST | Dec-15 | | | 12 | -"      | ERROR R306 at Return!G2: the row has a figure and the status '-'. Keep the one that is right.
            "TIMELY | TRUST | Dec-15 | - | 12 |"        | ERROR R306 at Return!D2: the row has a figure and the status '-'. Keep the one that is right.
            "TIMELY | TRUST | Dec-15 | | | .. | -"      | ERROR R306 at Return!F2: the row says both '..' and '-'. Keep the one that is right.
            "OPEN | TRUST | Dec-15 | | | [50%]"         | ERROR R201 at Return!F2: '50%' is a percentage, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            "OPEN | | Dec-15 | | | 5"                   | ERROR R206 at Return!A2: the row names no organisation. Use a name or code of the Organisations sheet.
            "OPEN | TRUST | Dec-99 | | | 5"             | ERROR R204 at Return!C2: 'Dec-99' is no month that can be read for certain. Write the month as Dec-15.
            """)
    void saysWhatIsWrongWithARow(String row, String sentence) {
        Judged judged = tidy(row);

        assertThat(judged.issues()).containsExactly(sentence);
        assertThat(judged.verdict()).isEqualTo("refused 1 = 0 + 1");
        assertThat(judged.published()).isEmpty();
    }

    @Test
    void allFaultyCellsOfARowAreToldTogether() {
        assertThat(tidy("TIMELY | TRUST | Dec-15 | n.k. | [#N/A] | [=D2/E2] | maybe")
                        .issues())
                .containsExactly(
                        "ERROR R202 at Return!F2: the formula '=D2/E2' has no computed value."
                                + " Open the workbook in Excel, let it calculate, and save it.",
                        "ERROR R207 at Return!G2: 'maybe' is no status that the layout knows."
                                + " Use one of the codes, or write a figure.",
                        "ERROR R201 at Return!D2: 'n.k.' is text, not a number of the kind asked for."
                                + " Write a number, or '-' if there is nothing to report.",
                        "ERROR R203 at Return!E2: the cell shows #N/A. Mend the formula, or write the figure.");
    }

    @Test
    void aStatusInOneCellIsEnough() {
        assertThat(tidy("""
                TIMELY | TRUST | Dec-15 | -  |   | |
                TIMELY | NORTH | Dec-15 |    | - | |
                TIMELY | Seven | Dec-15 |    |   | - ⁴ | -
                OPEN   | TRUST | Dec-15 |    |   |     | ..
                Notes
                ⁴ As at the last census
                """).published())
                .containsExactly(
                        "TIMELY TRUST 2015-12 nothing_to_report",
                        "TIMELY NORTH 2015-12 nothing_to_report",
                        "TIMELY 007 2015-12 nothing_to_report (⁴ As at the last census)",
                        "OPEN TRUST 2015-12 not_available");
    }

    @Test
    void blankCellsAreNoFigureAndNeverZero() {
        assertThat(tidy("TIMELY | TRUST | Dec-15 | [text  ] | | [text \u00a0]").issues())
                .containsExactly("ERROR R305 at Return!A2: Visits in time has no figure for Dec-15."
                        + " Write the figure; for a measure or a finance line that has none, write '-'.");
    }

    @Test
    void earlierMonthsMayBeRestated() {
        assertThat(tidy("""
                OPEN | TRUST | Oct-15 | | | 27
                OPEN | TRUST | Nov-15 | | | 28
                OPEN | TRUST | Dec-15 | | | 29
                """).published())
                .containsExactly("OPEN TRUST 2015-10 27", "OPEN TRUST 2015-11 28", "OPEN TRUST 2015-12 29");
    }

    @Test
    void aLaterMonthIsRefused() {
        assertThat(tidy("OPEN | TRUST | Dec-15 | | | 29\nOPEN | TRUST | Jan-16 | | | 30")
                        .issues())
                .containsExactly("ERROR R307 at Return!C3: the row is about January 2016, after the return's month"
                        + " December 2015. Correct the month.");
    }

    @Test
    void aQuarterlyMeasureIsReportedForTheQuartersLastMonth() {
        Judged judged = tidy("EET | TRUST | Nov-15 | 13 | 14 |\nEET | TRUST | Dec-15 | 13 | 14 |");

        assertThat(judged.issues())
                .containsExactly(
                        "ERROR R311 at Return!C2: Young offenders in EET is reported by the quarter, and November 2015"
                                + " ends none. Report it under March, June, September or December.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 2 = 1 + 1");
    }

    @Test
    void theSameRowTwiceCountsOnce() {
        Judged judged = tidy("OPEN | TRUST | Dec-15 | | | 29\nCases open | The Trust | [date 2015-12-01] | | | 29.0");

        assertThat(judged.issues())
                .containsExactly("NOTE R401 at Return!F3: OPEN for Dec-15 stands at Return!F2 already."
                        + " Take one of the two away; it was counted once.");
        assertThat(judged.verdict()).isEqualTo("accepted 2 = 2 + 0");
        assertThat(judged.published()).containsExactly("OPEN TRUST 2015-12 29");
    }

    @ParameterizedTest
    @CsvSource({
        "29 30,          refused 2 = 0 + 2",
        "29 30 29,       refused 3 = 0 + 3",
        "29 29 30,       refused 3 = 0 + 3",
        "29 30 30,       refused 3 = 0 + 3",
        "29 30 31,       refused 3 = 0 + 3",
        "29 .. 29,       refused 3 = 0 + 3",
        "29 29 29 29 30, refused 5 = 0 + 5",
    })
    void ofRowsThatContradictEachOtherNoneCounts(String figures, String verdict) {
        StringBuilder rows = new StringBuilder();
        for (String figure : figures.split(" ")) {
            rows.append("OPEN | TRUST | Dec-15 | | | ").append(figure).append('\n');
        }
        Judged judged = tidy(rows.toString());

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.published()).isEmpty();
    }

    @Test
    void aContradictionLeavesOtherRowsAlone() {
        Judged judged = tidy("""
                OPEN | TRUST | Dec-15 | | | 29
                OPEN | NORTH | Dec-15 | | | 11
                OPEN | TRUST | Dec-15 | | | 30
                """);

        assertThat(judged.issues())
                .containsExactly("ERROR R402 at Return!F4: OPEN for Dec-15 says something else at Return!F2;"
                        + " neither was loaded. Keep the one that is right.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 3 = 1 + 2");
        assertThat(judged.published()).containsExactly("OPEN NORTH 2015-12 11");
    }

    /** Their value is the same, but not what a quarter adds up. */
    @Test
    void rowsThatDifferInNumeratorAndDenominatorContradictEachOther() {
        assertThat(tidy("TIMELY | TRUST | Dec-15 | 10 | 100 |\nTIMELY | TRUST | Dec-15 | 20 | 200 |")
                        .verdict())
                .isEqualTo("refused 2 = 0 + 2");
    }

    @Test
    void aContradictionIsSeenAcrossTables() {
        Catalogue catalogue = SmallCatalogue.of(List.of(), SmallLayouts.TIDY, SmallLayouts.ACROSS);
        Path file = SheetSketch.workbook("Return", HEADER + "OPEN | TRUST | Dec-15 | | | 29")
                .and("CP", "Measure | Figure | Dec-15\nOPEN | Value | 30")
                .write(folder.resolve("x.xlsx"));

        assertThat(Judged.of(file, catalogue).issues())
                .containsExactly("ERROR R402 at CP!C2: OPEN for Dec-15 says something else at Return!F2;"
                        + " neither was loaded. Keep the one that is right.");
    }

    @Test
    void aRejectedRowContradictsNobody() {
        Judged judged = tidy("TIMELY | TRUST | Dec-15 | 12 | 10 |\nTIMELY | TRUST | Dec-15 | 9 | 10 |");

        assertThat(judged.verdict()).isEqualTo("partly_accepted 2 = 1 + 1");
        assertThat(judged.published()).containsExactly("TIMELY TRUST 2015-12 90");
    }

    @Test
    void aMarkWithoutANoteIsNoted() {
        Judged judged = tidy("OPEN | TRUST | Dec-15 | | | 17*");

        assertThat(judged.issues())
                .containsExactly("NOTE R212 at Return!F2: the mark '*' has no note in the return."
                        + " Write the note beneath the table, or take the mark away.");
        assertThat(judged.verdict()).isEqualTo("accepted 1 = 1 + 0");
    }

    @Test
    void theSuperscriptOfAFigureFindsItsNote() {
        assertThat(tidy("""
                OPEN | TRUST | Dec-15 | | | [17^4]
                Notes
                ⁴ As at the last census
                """).published()).containsExactly("OPEN TRUST 2015-12 17 (4 As at the last census)");
    }

    @Test
    void theStewardMayTakeARuleMoreMildly() {
        String row = HEADER + "TIMELY | TRUST | Dec-15 | 881 | 951 | 95";
        Catalogue catalogue = SmallCatalogue.taking(Rule.VALUE_DISAGREES, Severity.QUERY, SmallLayouts.TIDY);
        Judged judged = Judged.of(SheetSketch.workbook("Return", row).write(folder.resolve("x.xlsx")), catalogue);

        assertThat(judged.verdict()).isEqualTo("accepted_with_queries 1 = 1 + 0");
        assertThat(judged.published()).containsExactly("TIMELY TRUST 2015-12 92.6393");
    }

    /** 55 over 90 as a spreadsheet writes it into a CSV: the sixteenth digit is rounded. */
    @Test
    void theLastDigitsOfAResultAreNoiseInATextToo() {
        Judged judged = tidy("TIMELY | TRUST | Dec-15 | 55 | 90 | [text 61.11111111111112]");

        assertThat(judged.verdict()).isEqualTo("accepted 1 = 1 + 0");
    }

    @Test
    void theStewardMayRefuseTheWholeReturnForARule() {
        Catalogue catalogue =
                SmallCatalogue.taking(Rule.NUMERATOR_ABOVE_DENOMINATOR, Severity.REFUSE, SmallLayouts.TIDY);
        Path file = SheetSketch.workbook(
                        "Return", HEADER + "OPEN | TRUST | Dec-15 | | | 1\nTIMELY | TRUST | Dec-15 | 2 | 1 |")
                .write(folder.resolve("x.xlsx"));
        Judged judged = Judged.of(file, catalogue);

        assertThat(judged.verdict()).isEqualTo("refused 2 = 0 + 2");
        assertThat(judged.judgement().reason()).isEqualTo("NUMERATOR_ABOVE_DENOMINATOR");
    }

    @Test
    void aRefusalNamesTheRuleOfItsFirstRejectedRowWhereNoneWasLeft() {
        assertThat(tidy("XX | TRUST | Dec-15 | | | 1").judgement().reason()).isEqualTo("UNKNOWN_MEASURE");
        assertThat(tidy("OPEN | TRUST | Dec-15 | | | 1").judgement().reason()).isEmpty();
    }

    @Test
    void monthsAheadThatAreBlankAreNoRows() {
        Judged judged = across("""
                Measure | Figure      | Nov-15 | Dec-15 | Jan-16 | Feb-16
                CPP     | Numerator   | 409    | 448    |        |
                CPP     | Denominator | 66150  | 66150  |        |
                """);

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.verdict()).isEqualTo("accepted 2 = 2 + 0");
        assertThat(judged.published()).containsExactly("CPP TRUST 2015-11 61.8292", "CPP TRUST 2015-12 67.7249");
    }

    @Test
    void aMonthAheadThatIsFilledInIsRefused() {
        assertThat(across("Measure | Figure | Dec-15 | Jan-16\nOPEN | Value | 29 | 30")
                        .issues())
                .containsExactly("ERROR R307 at CP!D1: the row is about January 2016, after the return's month"
                        + " December 2015. Correct the month.");
    }

    @Test
    void aBlankMonthThatWasDueIsAnError() {
        assertThat(across("Measure | Figure | Nov-15 | Dec-15\nOPEN | Value | 28 |")
                        .issues())
                .containsExactly("ERROR R305 at CP!A2: Cases open has no figure for Dec-15."
                        + " Write the figure; for a measure or a finance line that has none, write '-'.");
    }

    @Test
    void monthsWithinTheQuarterAreNotDueOfAQuarterlyMeasure() {
        Judged judged = across("""
                Measure | Figure      | Oct-15 | Nov-15 | Dec-15
                EET     | Numerator   |        |        | 13
                EET     | Denominator |        |        | 14
                """);

        assertThat(judged.verdict()).isEqualTo("accepted 1 = 1 + 0");
    }

    @Test
    void anUnknownFigureIsNotTakenForTheValue() {
        assertThat(across("Measure | Figure | Dec-15\nOPEN | Value | 29\nOPEN | Target | 20")
                        .issues())
                .containsExactly("ERROR R213 at CP!B3: 'Target' is none of Numerator, Denominator and Value."
                        + " Name it, or clear the row.");
    }

    @Test
    void aMessageCutsWhatIsLong() {
        assertThat(tidy("x".repeat(5000) + " | TRUST | Dec-15 | | | 1").issues().get(0))
                .hasSizeLessThan(180);
    }

    @Test
    void aRuleBrokenEverywhereIsToldAThousandTimesAndThenCounted() {
        Judged judged = tidy("OPEN | TRUST | Dec-15 | | | n.k.\n".repeat(1500));

        assertThat(judged.issues()).hasSize(1001);
        assertThat(judged.issues().get(1000))
                .isEqualTo("ERROR R201: 500 more of the same were found."
                        + " Write a number, or '-' if there is nothing to report.");
        assertThat(judged.verdict()).isEqualTo("refused 1500 = 0 + 1500");
    }

    private Judged tidy(String rows) {
        return judge("Return", HEADER + rows, SmallLayouts.TIDY);
    }

    private Judged across(String rows) {
        return judge("CP", rows, SmallLayouts.ACROSS);
    }

    private Judged judge(String sheet, String rows, Layout layout) {
        Path file = SheetSketch.workbook(sheet, rows).write(folder.resolve("x.xlsx"));
        return Judged.of(file, SmallCatalogue.of(List.of(), layout));
    }

    /** A part that nobody knows leaves no figure; two parts that say different things leave none either. */
    @Test
    void aFractionOfWhichOnePartIsHeldBackHasNoFigure() {
        Layout layout = LayoutSketch.layout("X", """
                measure      | column   | Measure
                organisation | constant | TRUST
                month        | constant | Dec-15
                denominator  | column   | All
                remainder    | column   | Late
                code         |          | c = suppressed
                code         |          | - = nothing to report
                """);
        Judged judged = judge("Return", """
                Measure | All | Late
                TIMELY  | 12  | 3
                CPP     | 12  | c
                EET     | 12  | -
                """, layout);

        assertThat(judged.published()).containsExactly("TIMELY TRUST 2015-12 75", "CPP TRUST 2015-12 suppressed");
        assertThat(judged.issues()).singleElement().asString().startsWith("ERROR R306 at Return!C4");
    }

    /** The same letter means one thing in the releases of one year, and another in the next. */
    @Test
    void aCodeMeansWhatTheLayoutOfItsMonthSays() {
        for (String meaning : List.of("suppressed", "not available", "not applicable")) {
            Layout layout = LayoutSketch.layout("X", """
                    measure      | column   | Measure
                    organisation | constant | TRUST
                    month        | constant | Dec-15
                    value        | column   | Value
                    code         |          | x = %s
                    """.formatted(meaning));

            assertThat(judge("Return", "Measure | Value\nCPP | x", layout).published())
                    .containsExactly("CPP TRUST 2015-12 " + meaning.replace(' ', '_'));
        }
    }

    /** What is no number is refused unless the layout says what it means. */
    @ParameterizedTest
    @ValueSource(strings = {"<5", ">95%", "90-99", "5-9", "≥10"})
    void aBandIsNoFigure(String band) {
        assertThat(tidy("CPP | TRUST | Dec-15 | | | [text " + band + "]").issues())
                .singleElement()
                .asString()
                .contains("R201");
    }
}
