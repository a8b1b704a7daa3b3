package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.catalogue.Layout;

class TableFinderTest {

    private static final Layout TIDY = LayoutSketch.layout("TIDY", """
            sheet     |        | Return*
            measure   | column | Measure
            month     | column | Month
            value     | column | Value
            """);

    private final Path folder;

    TableFinderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsATidyTable() {
        Table table = TableSketch.table(draw("Return", """
                Measure | Month  | Value
                CPP     | Dec-15 | 68
                """), TIDY);

        assertThat(table.sheet().name()).isEqualTo("Return");
        assertThat(table.headerRow()).isEqualTo(1);
        assertThat(table.columns()).containsEntry(Field.MEASURE, 1).containsEntry(Field.VALUE, 3);
        assertThat(table.subject()).isEqualTo(Subject.MEASURES);
        assertThat(table.extent().notesFrom()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void findsColumnsByTheirWordsAndNotByTheirPlace() {
        assertThat(TableSketch.rows(draw("Return", """
                Value | Ignored | MONTH  | Measure
                68    | x       | Dec-15 | CPP
                """), TIDY))
                .containsExactly("2: measure=CPP@D2 month=Dec-15@C2 value=68@A2");
    }

    @Test
    void findsTheHeaderBeneathTitles() {
        Table table = TableSketch.table(draw("Return", """
                Corporate Scorecard - monthly return | <
                Prepared by: Performance Team
                Month:                               | Dec-15
                Measure © denotes a contract measure

                Who     | What   | <
                Measure | Month  | Value
                CPP     | Dec-15 | 68
                """), TIDY);

        assertThat(table.headerRow()).isEqualTo(7);
    }

    @Test
    void findsAHeaderOfTwoTiersWithSpacersAndMerges() {
        Layout layout = LayoutSketch.layout("TWO", """
                header tiers |          | 2
                measure      | column   | Measure
                numerator    | column   | {month} > Number
                denominator  | column   | {month} > Out of
                value        | column   | {month} > Result
                month        | title    | Month: {month}
                """);

        assertThat(TableSketch.rows(draw("Any", """
                Month: December 2015

                Measure |   | Dec-15 | <      | <
                ^       |   | Number | Out of | Result
                CPP     |   | 448    | 66150  | 68
                """), layout))
                .containsExactly(
                        "5: measure=CPP@A5 month=December 2015@A1 numerator=448@C5 denominator=66150@D5 value=68@E5");
    }

    @Test
    void findsAHeaderOfThreeTiers() {
        Layout layout = LayoutSketch.layout("THREE", """
                header tiers |          | 3
                measure      | column   | Measure
                numerator    | column   | {fiscal year} > Latest > Number
                value        | column   | {fiscal year} > Latest > Result
                month        | constant | Dec-15
                """);

        assertThat(TableSketch.rows(draw("Any", """
                Measure | 2014/15  | 2015/16 | <
                ^       | Baseline | Latest  | <
                ^       | Result   | Number  | Result
                CPP     | 51       | 448     | 68
                """), layout))
                .containsExactly("4: measure=CPP@A4 month=Dec-15 numerator=448@C4 value=68@D4");
    }

    @Test
    void aTierMergedDownwardsCountsOnce() {
        Layout layout = LayoutSketch.layout("DOWN", """
                header tiers |          | 3
                measure      | column   | Measure
                value        | column   | Result > {month}
                month        | constant | Dec-15
                """);

        assertThat(TableSketch.rows(draw("Any", """
                Measure | Result
                ^       | ^
                ^       | [date 2015-12-31]
                CPP     | 68
                """), layout))
                .containsExactly("4: measure=CPP@A4 month=Dec-15 value=68@B4");
    }

    @Test
    void findsTheMonthInATitleOfWords() {
        assertThat(monthOf("title | Workforce return for {month}", "Return", "Workforce return for December 2015"))
                .isEqualTo("December 2015@A1");
    }

    @Test
    void findsTheMonthInADateAboveTheTable() {
        assertThat(monthOf("title | {month}", "Return", "Month: | [date 2015-12-31]"))
                .isEqualTo("Dec-15@B1");
    }

    @Test
    void findsTheMonthInTheSheetsName() {
        assertThat(monthOf("sheet name | Return {month}", "Return Dec-15", "")).isEqualTo("Dec-15");
    }

    @Test
    void findsTheMonthInTheFilesName() {
        assertThat(monthOf("file name | *{month}*", "Return", "")).isEqualTo("2015-12");
    }

    @Test
    void takesAConstantMonthAsItIs() {
        assertThat(monthOf("constant | Dec-15", "Return", "")).isEqualTo("Dec-15");
    }

    private String monthOf(String place, String sheet, String title) {
        Layout layout = LayoutSketch.layout("X", """
                measure | column | Measure
                value   | column | Value
                month   | %s
                """.formatted(place));
        Table table = TableSketch.table(draw(sheet, title + "\nMeasure | Value\nCPP | 68"), layout);
        SourcedValue month = Optional.ofNullable(table.fixed().get(Field.MONTH)).orElseThrow();
        return CellWords.of(month.value()) + (month.cell().isEmpty() ? "" : "@" + month.cell());
    }

    @Test
    void findsMonthsAcrossInTheTierThatNamesThem() {
        Layout layout = LayoutSketch.layout("X", """
                header tiers |        | 2
                measure      | column | Measure
                month        | across | {month} > Result
                """);

        assertThat(TableSketch.rows(draw("Any", """
                Measure | Nov-15 | <      | Dec-15 | <
                ^       | Number | Result | Number | Result
                CPP     | 409    | 62     | 448    | 68
                """), layout))
                .containsExactly(
                        "3: measure=CPP@A3 month=Nov-15@B1 value=62@C3",
                        "3: measure=CPP@A3 month=Dec-15@D1 value=68@E3");
    }

    @Test
    void findsTheTableOnTheSheetOfThatNameAndNotOnTheCover() {
        Path file = SheetSketch.workbook("Cover", "Read me\nMeasure | Month | Value")
                .and("Return Dec", "Measure | Month | Value\nCPP | Dec-15 | 68")
                .and("Lists", "CPP")
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.table(file, TIDY).sheet().name()).isEqualTo("Return Dec");
    }

    @Test
    void takesTheOnlySheetThatFitsWhereSeveralHaveTheName() {
        Path file = SheetSketch.workbook("Return notes", "Measure | Remark")
                .and("Return", "Measure | Month | Value\nCPP | Dec-15 | 68")
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.table(file, TIDY).sheet().name()).isEqualTo("Return");
    }

    /** A hidden sheet often holds last year's copy of the same table. */
    @Test
    void passesHiddenSheetsBy() {
        Path file = SheetSketch.workbook("Return old", "Measure | Month | Value\nCPP | Dec-15 | 1")
                .and("Return", "Measure | Month | Value\nCPP | Dec-15 | 68")
                .hide("Return old")
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.rows(file, TIDY)).containsExactly("2: measure=CPP@A2 month=Dec-15@B2 value=68@C2");
    }

    @Test
    void fieldsOfTheSameWordsTakeTheColumnsFromLeftToRight() {
        Layout layout = LayoutSketch.layout("X", """
                measure     | column | Measure
                numerator   | column | Number
                denominator | column | Number
                """);

        assertThat(TableSketch.rows(draw("Any", "Measure | Number | Number\nCPP | 448 | 66150"), layout))
                .containsExactly("2: measure=CPP@A2 numerator=448@B2 denominator=66150@C2");
        assertThat(TableSketch.misfit(draw("Any", "Measure | Number\nCPP | 448"), layout))
                .isEqualTo("Any!A1: the heading 'Number' stands in one column only: B");
    }

    @Test
    void aCsvHasNoSheetWhoseNameCouldBeWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("case audits.csv"), "Measure,Month,Value\nCPP,Dec-15,68\n");

        assertThat(TableSketch.rows(file, TIDY)).containsExactly("2: measure=CPP@A2 month=Dec-15@B2 value=68@C2");
    }

    @Test
    void saysWhichHeadingIsMissing() {
        assertThat(TableSketch.misfit(draw("Return", "Title\nMeasure | Month | Result\nCPP | Dec-15 | 68"), TIDY))
                .isEqualTo("Return!A2: the heading 'Value' is missing");
    }

    @Test
    void saysWhichHeadingStandsTwice() {
        assertThat(TableSketch.misfit(draw("Return", """
                Measure | Month  | Value |  | Measure | Month  | Value
                CPP     | Dec-15 | 68    |  | CIN     | Dec-15 | 376
                """), TIDY))
                .isEqualTo("Return!A1: the heading 'Measure' stands in several columns: A, E;"
                        + " the heading 'Month' stands in several columns: B, F;"
                        + " the heading 'Value' stands in several columns: C, G");
        assertThat(TableSketch.misfit(draw("Return", "Measure | Month | Value | Value"), TIDY))
                .isEqualTo("Return!A1: the heading 'Value' stands in several columns: C, D");
    }

    @Test
    void saysWhichSheetsThereAre() {
        assertThat(TableSketch.misfit(draw("Sheet1", "Measure | Month | Value"), TIDY))
                .isEqualTo("!: there is no sheet named 'Return*'; the sheets are 'Sheet1'");
    }

    @Test
    void ofManySheetsOnlyTheFirstAreNamed() {
        SheetSketch sketch = SheetSketch.workbook("S0", "x");
        for (int sheet = 1; sheet < 14; sheet++) {
            sketch.and("S" + sheet, "x");
        }

        assertThat(TableSketch.misfit(sketch.write(folder.resolve("x.xlsx")), TIDY))
                .endsWith("the sheets are 'S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9' and 4 more");
    }

    @Test
    void saysThatTheSheetIsHidden() {
        Path file = SheetSketch.workbook("Cover", "x")
                .and("Return", "Measure | Month | Value")
                .hide("Return")
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.misfit(file, TIDY))
                .isEqualTo("!: the sheet 'Return' is hidden, and hidden sheets are not read");
    }

    @Test
    void refusesToChooseBetweenTwoSheets() {
        Path file = SheetSketch.workbook("Return", "Measure | Month | Value\nCPP | Dec-15 | 68")
                .and("Return (2)", "Measure | Month | Value\nCPP | Dec-15 | 69")
                .write(folder.resolve("x.xlsx"));

        assertThat(TableSketch.misfit(file, TIDY))
                .isEqualTo("!: the table stands on several sheets, 'Return', 'Return (2)'; keep one of them");
    }

    @Test
    void saysThatTheTitleNamesNoMonth() {
        Layout layout = LayoutSketch.layout("X", """
                measure | column | Measure
                value   | column | Value
                month   | title  | Month: {month}
                """);

        assertThat(TableSketch.misfit(draw("Any", "Month: Decembr 2015\nMeasure | Value"), layout))
                .isEqualTo("Any!A2: the title does not say 'Month: {month}'");
        assertThat(TableSketch.misfit(draw("Any", "Measure | Value\nMonth: December 2015"), layout))
                .isEqualTo("Any!A1: the title does not say 'Month: {month}'");
    }

    @Test
    void refusesATitleThatNamesTwoMonths() {
        Layout layout = LayoutSketch.layout("X", """
                measure | column | Measure
                value   | column | Value
                month   | title  | {month}
                """);

        assertThat(TableSketch.misfit(draw("Any", "Dec-15 | | Nov-15\nDecember 2015\nMeasure | Value"), layout))
                .isEqualTo("Any!A3: the title names several months: 'Dec-15' in A1, 'Nov-15' in C1");
    }

    /** A date of the year 9999 once ended the whole run. */
    @Test
    void readsPastADateBeyondAllMonths() {
        assertThat(TableSketch.rows(draw("Return", """
                [date 9999-12-31] | [date 1905-01-01]
                Measure | Month            | Value
                CPP     | [date 9999-12-31] | 68
                """), TIDY))
                .containsExactly("3: measure=CPP@A3 month=9999-12-31@B3 value=68@C3");
    }

    @Test
    void anEmptySheetHoldsNoHeadings() {
        assertThat(TableSketch.misfit(draw("Return", ""), TIDY)).isEqualTo("Return!: it holds no row of headings");
    }

    private Path draw(String sheet, String rows) {
        return SheetSketch.workbook(sheet, rows).write(folder.resolve("return 2015-12.xlsx"));
    }
}
