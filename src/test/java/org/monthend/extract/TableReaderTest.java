package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.catalogue.Layout;

class TableReaderTest {

    private static final Layout TIDY = LayoutSketch.layout("TIDY", """
            measure      | column   | Measure
            organisation | constant | TRUST
            value        | column   | Value
            comment      | column   | Comment
            pass over    |          | Total*
            notes        |          | Notes*
            """);

    private static final Layout ACROSS = LayoutSketch.layout("ACROSS", """
            measure      | column | Measure
            organisation | column | Area
            figure       | column | Figure
            month        | across | {month}
            comment      | column | Comment
            pass over    |        | Total*
            """);

    private static final Layout VALUES_ACROSS = LayoutSketch.layout("VALUES", """
            measure      | column | Measure
            organisation | column | Area
            month        | across | {month}
            """);

    private final Path folder;

    TableReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyValueKeepsItsCell() {
        assertThat(rows(TIDY, """
                Measure | Value | Comment
                CPP     | 68    | restated
                CIN     | [87%] |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST value=68@B2 comment=restated@C2",
                        "3: measure=CIN@A3 organisation=TRUST value=0.87@B3");
    }

    @Test
    void blankRowsAndBlankCellsAreNotThere() {
        assertThat(rows(TIDY, """
                Measure | Value      | Comment

                CPP     | 68         | [text  ]

                        | [text    ] | [text \u00a0]
                CIN     | 376        |
                """))
                .containsExactly(
                        "3: measure=CPP@A3 organisation=TRUST value=68@B3",
                        "6: measure=CIN@A6 organisation=TRUST value=376@B6");
    }

    @Test
    void totalsAreCountedAndPassedOver() {
        assertThat(rows(TIDY, """
                Measure        | Value | Comment
                CPP            | 68    |
                TOTAL children | 444   |
                CIN            | 376   |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST value=68@B2",
                        "4: measure=CIN@A4 organisation=TRUST value=376@B4",
                        "1 passed over");
    }

    @Test
    void aTotalIsKnownByItsFirstCellWhereItHasNoName() {
        assertThat(rows(TIDY, """
                Area  | Measure | Value | Comment
                North | CPP     | 68    |
                Total |         | 444   |
                """))
                .containsExactly("2: measure=CPP@B2 organisation=TRUST value=68@C2", "1 passed over");
    }

    @Test
    void readingEndsWhereTheNotesBegin() {
        assertThat(rows(TIDY, """
                Measure | Value | Comment
                CPP     | 17*   |

                Notes
                * 16 relate to sickness
                CIN     | 376
                """)).containsExactly("2: measure=CPP@A2 organisation=TRUST value=17*@B2");
    }

    @Test
    void notesAreKnownByTheirMarks() {
        Table table = TableSketch.table(draw("""
                Measure | Value | Comment
                CPP     | 17*   |
                Notes and sources
                * 16 relate to sickness
                ⁴ As at the last census
                [Provisional^5]
                1: National figure
                Source: case system
                """), TIDY);

        assertThat(table.footnotes())
                .containsOnly(
                        Map.entry("*", "16 relate to sickness"),
                        Map.entry("4", "As at the last census"),
                        Map.entry("5", "Provisional"),
                        Map.entry("1", "National figure"));
    }

    /** A comment that begins with "Notes" once ended the table. */
    @Test
    void notesBeginInTheTablesFirstColumnOnly() {
        assertThat(rows(TIDY, """
                Measure | Value | Comment
                CPP     | 68    |
                        |       | Notes: see the team
                CIN     | 376   | Notes of the audit
                """))
                .contains("4: measure=CIN@A4 organisation=TRUST value=376@B4 comment=Notes of the audit@C4");
    }

    @Test
    void hiddenRowsAreReadAndCounted() {
        Path file = SheetSketch.workbook("Any", "Measure | Value | Comment\nCPP | 68 |\nCIN | 376 |")
                .hideRow(3)
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.rows(file, TIDY))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST value=68@B2",
                        "3: measure=CIN@A3 organisation=TRUST value=376@B3",
                        "1 hidden");
    }

    @Test
    void aMeasuresFiguresAreGatheredFromItsRows() {
        assertThat(rows(ACROSS, """
                Measure | Area  | Figure      | Nov-15 | Dec-15 | Comment
                CPP     | TRUST | Numerator   | 409    | 448    |
                        |       | Denominator | 66150  | 66150  | census
                CIN     | TRUST | Value       | 370    | 376    |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST@B2 month=Nov-15@D1 numerator=409@D2 denominator=66150@D3"
                                + " comment=census@F3",
                        "2: measure=CPP@A2 organisation=TRUST@B2 month=Dec-15@E1 numerator=448@E2 denominator=66150@E3"
                                + " comment=census@F3",
                        "4: measure=CIN@A4 organisation=TRUST@B4 month=Nov-15@D1 value=370@D4",
                        "4: measure=CIN@A4 organisation=TRUST@B4 month=Dec-15@E1 value=376@E4");
    }

    /** The second area's figures once took the place of the first's. */
    @Test
    void theSameMeasureOfAnotherAreaIsAnotherRow() {
        assertThat(rows(VALUES_ACROSS, """
                Measure | Area  | Nov-15 | Dec-15
                CPP     | NORTH | 60     | 61
                CPP     | SOUTH | 70     | 71
                        | EAST  | 80     | 81
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=NORTH@B2 month=Nov-15@C1 value=60@C2",
                        "2: measure=CPP@A2 organisation=NORTH@B2 month=Dec-15@D1 value=61@D2",
                        "3: measure=CPP@A3 organisation=SOUTH@B3 month=Nov-15@C1 value=70@C3",
                        "3: measure=CPP@A3 organisation=SOUTH@B3 month=Dec-15@D1 value=71@D3",
                        "4: organisation=EAST@B4 month=Nov-15@C1 value=80@C4",
                        "4: organisation=EAST@B4 month=Dec-15@D1 value=81@D4");
    }

    @Test
    void theSameFigureAgainIsAnotherRow() {
        assertThat(rows(ACROSS, """
                Measure | Area  | Figure | Dec-15 | Comment
                CPP     | TRUST | Value  | 68     |
                CPP     | TRUST | Value  | 69     |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST@B2 month=Dec-15@D1 value=68@D2",
                        "3: measure=CPP@A3 organisation=TRUST@B3 month=Dec-15@D1 value=69@D3");
    }

    /** "Target" or nothing in the figure column was once taken for the value. */
    @Test
    void aRowThatHoldsNoKnownFigureIsNotTakenForTheValue() {
        assertThat(rows(ACROSS, """
                Measure | Area  | Figure  | Dec-15 | Comment
                CPP     | TRUST | Value   | 68     |
                CPP     | TRUST | Target  | 60     |
                CIN     | TRUST |         | 376    |
                CIN     | TRUST | Comment | 376    |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST@B2 month=Dec-15@D1 value=68@D2",
                        "3: measure=CPP@A3 organisation=TRUST@B3 figure=Target@C3",
                        "4: measure=CIN@A4 organisation=TRUST@B4 figure=@C4",
                        "5: measure=CIN@A5 organisation=TRUST@B5 figure=Comment@C5");
    }

    @Test
    void aTotalEndsAMeasure() {
        assertThat(rows(ACROSS, """
                Measure | Area  | Figure      | Dec-15 | Comment
                CPP     | TRUST | Numerator   | 448    |
                Total   |       | Numerator   | 448    |
                        |       | Denominator | 66150  |
                """))
                .containsExactly(
                        "2: measure=CPP@A2 organisation=TRUST@B2 month=Dec-15@D1 numerator=448@D2",
                        "4: month=Dec-15@D1 denominator=66150@D4",
                        "1 passed over");
    }

    private List<String> rows(Layout layout, String rows) {
        return TableSketch.rows(draw(rows), layout);
    }

    private Path draw(String rows) {
        return SheetSketch.workbook("Any", rows).write(folder.resolve("x.xlsx"));
    }
}
