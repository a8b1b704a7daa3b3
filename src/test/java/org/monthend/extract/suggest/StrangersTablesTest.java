package org.monthend.extract.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.LayoutPart;

/** Where the tables of public workbooks stand, as somebody saw who looked at them. */
class StrangersTablesTest {

    private static final Path REAL = Path.of(System.getProperty("shared"), "real");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ae_returns/tidy_2016-04.xlsx     | Return              | 1  | 1 | 2  | 345
            ae_returns/tidy_2017-03.xlsx     | Return              | 1  | 1 | 2  | 348
            ae_returns/stranger_2016-04.xlsx | Provider Level Data | 15 | 2 | 17 | 254
            ae_returns/stranger_2016-10.xlsx | Provider Level Data | 15 | 2 | 17 | 248
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA1           | 7  | 2 | 9  | 181
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA2a          | 7  | 2 | 9  | 181
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA2b          | 8  | 2 | 10 | 182
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA3a          | 8  | 3 | 10 | 182
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA3b          | 6  | 1 | 8  | 180
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA3c          | 6  | 1 | 8  | 180
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA4           | 8  | 3 | 10 | 182
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA5           | 8  | 3 | 10 | 182
            dfe/SFR12_2017_LA_Tables.xlsx    | Table LA6           | 7  | 2 | 9  | 181
            dfe/SFR49_2014_LATables.xlsx     | Table LA1           | 6  | 2 | 8  | 180
            dfe/SFR49_2014_LATables.xlsx     | Table LA2           | 7  | 3 | 9  | 181
            dfe/SFR49_2014_LATables.xlsx     | Table LA3           | 7  | 3 | 9  | 181
            dfe/SFR49_2014_LATables.xlsx     | Table LA4           | 6  | 2 | 8  | 180
            dfe/SFR49_2014_LATables.xlsx     | Table LA5           | 5  | 1 | 7  | 179
            dfe/SFR49_2014_LATables.xlsx     | Table LA6           | 5  | 1 | 7  | 179
            dfe/SFR49_2014_LATables.xlsx     | Table LA7           | 9  | 5 | 11 | 183
            dfe/SFR49_2014_LATables.xlsx     | Table LA8           | 7  | 3 | 9  | 181
            dfe/SFR49_2014_LATables.xlsx     | Table LA9           | 7  | 3 | 9  | 181
            dfe/SFR49_2014_LATables.xlsx     | Table LA10          | 7  | 3 | 9  | 181
            layouts/school.xlsx              | Sheet1              | 1  | 1 | 3  | 33
            layouts/school.xlsx              | Sheet2              | 3  | 3 | 4  | 9
            layouts/school.xlsx              | Sheet3              | 6  | 6 | 7  | 9
            layouts/toronto_transit.xlsx     | 1985-2017 ACTUALS   | 6  | 1 | 8  | 55
            """)
    void headingsAndDataStandWhereTheyAreSeen(String file, String sheet, int header, int tiers, int first, int last) {
        List<SuggestedTable> tables = Suggested.of(REAL.resolve(file)).tables().stream()
                .filter(table -> table.sheet().equals(sheet))
                .toList();

        assertThat(tables).hasSize(1);
        assertThat(tables.get(0))
                .extracting(
                        SuggestedTable::headerRow,
                        SuggestedTable::tiers,
                        SuggestedTable::firstRow,
                        SuggestedTable::lastRow)
                .containsExactly(header, tiers, first, last);
    }

    @Test
    void anIndexHoldsNoTable() {
        assertThat(Suggested.of(REAL.resolve("dfe/SFR12_2017_LA_Tables.xlsx")).passedOver())
                .contains("Sheet 'INDEX' holds no table: no rows of figures with headings over them.");
    }

    @Test
    void departmentsAcrossUnderEachFigureAreMeasures() {
        Suggestion suggestion = Suggested.of(REAL.resolve("ae_returns/stranger_2016-04.xlsx"));

        assertThat(Suggested.lines(suggestion))
                .containsExactly(
                        "certain sheet Provider Level Data",
                        "likely rows are measures",
                        "likely header tiers 2",
                        "likely denominator across A&E attendances > {measure}",
                        "likely remainder across Attendances * 4 hours from arrival > {measure}",
                        "likely value across Percentage in 4 hours or less > {measure}",
                        "certain month title {month}",
                        "guess organisation column Code",
                        "likely organisation name column Name",
                        "likely code * = suppressed",
                        "likely code - = nothing to report",
                        "likely pass over England",
                        "certain notes Notes*");
        assertThat(Suggested.table(suggestion).missing())
                .singleElement()
                .asString()
                .contains("'Type 1 Departments - Major A&E'");
        assertThat(Suggested.table(suggestion).trial())
                .isInstanceOfSatisfying(
                        Trial.Read.class, read -> assertThat(read.rows()).isEqualTo(3 * 236));
    }

    @Test
    void namesBesideAHeadingOfTwoColumnsAreKnownByTheirLetters() {
        SuggestedTable first = Suggested.of(REAL.resolve("dfe/SFR12_2017_LA_Tables.xlsx"))
                .tables()
                .get(0);

        assertThat(first.parts())
                .extracting(SuggestedPart::part)
                .contains(
                        new LayoutPart("organisation", "column", "{column C}", ""),
                        new LayoutPart("pass over", "", "INNER LONDON", ""));
        assertThat(first.missing().get(0))
                .endsWith("value of CODE | column | Number eligible for key stage 1 assessments; "
                        + "value of CODE | column | Reaching the expected standard (%) > Reading");
    }

    @Test
    void aReturnOfMeasuresThatTheCatalogueDoesNotKnowIsProvedByItsFigures() {
        Suggestion suggestion = Suggested.of(REAL.resolve("ae_returns/tidy_2016-04.xlsx"));

        assertThat(Suggested.lines(suggestion))
                .contains(
                        "likely measure column Measure code",
                        "certain numerator column Numerator",
                        "certain denominator column Denominator",
                        "certain value column Value",
                        "certain month column Month",
                        "likely organisation column Org code");
        assertThat(Suggested.part(suggestion, "value").reason())
                .contains("numerator / denominator = value in 344 of 344 rows");
        assertThat(Suggested.table(suggestion).trial())
                .isInstanceOfSatisfying(
                        Trial.Read.class, read -> assertThat(read.rows()).isEqualTo(344));
    }
}
