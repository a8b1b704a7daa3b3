package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Layout;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

/** The traps of tables that stand beside others, repeat their headings or leave cells to the eye. */
class StrangeTablesTest {

    private static final String TWO = """
            Trust   |       |   | North   |
            Measure | Value |   | Measure | Value
            CPP     | 68    |   | CPP     | 61
            OPEN    | 29    |   |         |
                    |       |   | EET     | 80
            Notes   |       |   |         |
            """;

    private final Path folder;

    StrangeTablesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRowOfTheLeftTableTakesNoCellOfTheRightOne() {
        assertThat(rows("table | | 1\n" + NAMED, TWO))
                .containsExactly("3: measure=CPP@A3 value=68@B3", "4: measure=OPEN@A4 value=29@B4");
        assertThat(rows("table | | 2\n" + NAMED, TWO))
                .containsExactly("3: measure=CPP@D3 value=61@E3", "5: measure=EET@D5 value=80@E5");
        assertThat(rows("table | title | North\n" + NAMED, TWO)).hasSize(2);
    }

    private static final String NAMED = """
            measure | column | Measure
            value   | column | Value
            notes   |        | Notes*
            """;

    @Test
    void withoutANumberTheTwoAreToldApartByNobody() {
        assertThat(misfit(NAMED, TWO))
                .isEqualTo("Any!A2: the heading 'Measure' stands in several columns: A, D;"
                        + " the heading 'Value' stands in several columns: B, E");
        assertThat(misfit("table | | 3\n" + NAMED, TWO))
                .isEqualTo("Any!A2: there is no table 3 with these headings, only 2");
        assertThat(misfit("table | title | South\n" + NAMED, TWO)).isEqualTo("Any!A2: no title says 'South'");
    }

    /** A long left table goes on where a second right one begins. */
    @Test
    void aTableEndsWhereAnotherOfItsOwnColumnsBegins() {
        String sheet = """
                Measure | Value |   | Measure | Value
                A       | 1     |   | D       | 4
                B       | 2     |   |         |
                C       | 3     |   | Measure | Value
                E       | 5     |   | F       | 6
                """;

        assertThat(rows("table | | 1\n" + NAMED, sheet)).hasSize(4);
        assertThat(rows("table | | 2\n" + NAMED, sheet)).containsExactly("2: measure=D@D2 value=4@E2");
        assertThat(rows("table | | 3\n" + NAMED, sheet)).containsExactly("5: measure=F@D5 value=6@E5");
    }

    /** The second table of a sheet may stand far below the rows that a header is looked for in otherwise. */
    @Test
    void aTableBeneathALongOneIsFound() {
        String sheet = "Measure | Value\n" + "CPP | 68\n".repeat(300) + "\nMeasure | Value\nOPEN | 29";

        assertThat(rows("table | | 2\n" + NAMED, sheet)).containsExactly("304: measure=OPEN@A304 value=29@B304");
        assertThat(rows("table | | 1\n" + NAMED, sheet)).hasSize(300);
    }

    @Test
    void headingsThatAreMergedDownwardsAreOneTable() {
        assertThat(rows("table | | 1\nheader tiers | | 2\n" + NAMED, """
                Measure | Value
                ^       | ^
                CPP     | 68
                """))
                .containsExactly("3: measure=CPP@A3 value=68@B3");
        assertThat(misfit("table | | 2\nheader tiers | | 2\n" + NAMED, """
                Measure | Value
                ^       | ^
                CPP     | 68
                """)).contains("no table 2");
    }

    @Test
    void aCodeIsPreferredToTheNameBesideIt() {
        assertThat(rows("""
                organisation      | column | Code
                organisation name | column | Name
                value             | column | Value
                """, """
                Name  | Code | Value
                Trust | T1   | 1
                North |      | 2
                """))
                .containsExactly("2: organisation=T1@B2 value=1@C2", "3: organisation=North@A3 value=2@C3");
    }

    /** Whose figures stand beneath a total nobody knows. */
    @Test
    void aTotalThatNamesAnAreaEndsWhatIsFilledDown() {
        assertThat(rows("""
                organisation | column | Area
                measure      | column | Measure
                value        | column | Value
                fill down    |        | organisation
                pass over    | column | Area = Total*
                pass over    |        | Subtotal
                """, """
                Area        | Measure  | Value
                North       | CPP      | 1
                            | Subtotal | 1
                            | OPEN     | 2
                Total North |          | 3
                            | CPP      | 4
                """))
                .containsExactly(
                        "2: measure=CPP@B2 organisation=North@A2 value=1@C2",
                        "4: measure=OPEN@B4 organisation=North@A2 value=2@C4",
                        "6: measure=CPP@B6 value=4@C6",
                        "2 passed over");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # heading      | is told
            15-Dec         | true
            Dec            | true
            12/2015        | true
            2015.12        | true
            42339          | true
            Latest         | false
            Target         | false
            2015/16        | false
            """)
    void aMonthThatCannotBeReadIsNotPassedOverInSilence(String heading, boolean told) {
        String layout = "measure | column | Measure\nmonth | across | {month}\n";
        String sheet = "Measure | Nov-15 | [text " + heading + "]\nCPP | 62 | 68";

        if (told) {
            assertThat(misfit(layout, sheet))
                    .isEqualTo("Any!A1: the heading '" + heading
                            + "' in C1 may be a month, but cannot be read for certain");
        } else {
            assertThat(rows(layout, sheet)).hasSize(1);
        }
    }

    /** Or a figure of December would be taken twice, or the one that a note belongs to not at all. */
    @Test
    void aFootnotesMarkBehindAHeadingIsNoPartOfIt() {
        assertThat(rows("""
                measure | column | Measure
                month   | across | {month}
                """, "Measure* | Dec-15* | [Nov-15^2]\nCPP | 68 | 62"))
                .containsExactly(
                        "2: measure=CPP@A2 month=Dec-15@B1 value=68@B2",
                        "2: measure=CPP@A2 month=Nov-15@C1 value=62@C2");
    }

    @Test
    void twoColumnsAboutTheSameMonthAreNoLayout() {
        assertThat(misfit("measure | column | Measure\nmonth | across | {month}\n", """
                Measure | Dec-15 | December 2015
                CPP     | 68     | 69
                """))
                .isEqualTo("Any!A1: the heading '{month}' stands in several columns about the same: B, C");
    }

    @Test
    void aColumnThatOughtToHaveNoHeadingHasNone() {
        String layout = "organisation | column | {column A}\nvalue | column | Value";

        assertThat(rows(layout, " | Value\nNorth | 1")).containsExactly("2: organisation=North@A2 value=1@B2");
        assertThat(misfit(layout, "Total | Value\nNorth | 1"))
                .isEqualTo("Any!A1: column A has the heading 'Total' in A1, though the layout says that it has none");
    }

    @Test
    void aMergeOverAllColumnsOfTheSheetIsATitle() {
        String wide = "Children's services" + " | <".repeat(16_000);

        assertThat(rows(
                        "header tiers | | 2\nmeasure | column | Measure\nvalue | column | {month} > Value\n",
                        wide + """

                        | Dec-15
                Measure | Value
                CPP     | 68
                """))
                .containsExactly("4: measure=CPP@A4 value=68@B4");
    }

    @Test
    void whatWasFoundAndWhatNotCanBeCompared() throws IOException {
        Path file = draw("Measure | Valeu\nCPP | 68");
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            TableSearch search = new TableFinder(workbook, "x.xlsx").find(layout(NAMED));

            assertThat(search).isInstanceOfSatisfying(TableSearch.Misfit.class, misfit -> {
                assertThat(misfit.missing()).containsExactly("Value");
                assertThat(misfit.headings()).containsOnlyKeys("Measure").containsValue("A1");
                assertThat(misfit.sentences())
                        .isEqualTo(List.of("the heading 'Value' is missing; nearest to it is 'Valeu' in B1"));
            });
        }
        assertThat(TableSketch.table(draw("Measure | Value\nCPP | 68"), layout(NAMED))
                        .headings())
                .containsEntry("Measure", "A1")
                .containsEntry("Value", "B1");
    }

    private List<String> rows(String layout, String sheet) {
        return TableSketch.rows(draw(sheet), layout(layout));
    }

    private String misfit(String layout, String sheet) {
        return TableSketch.misfit(draw(sheet), layout(layout));
    }

    private static Layout layout(String parts) {
        return LayoutSketch.layout("X", parts);
    }

    private Path draw(String rows) {
        return SheetSketch.workbook("Any", rows).write(folder.resolve("x.xlsx"));
    }
}
