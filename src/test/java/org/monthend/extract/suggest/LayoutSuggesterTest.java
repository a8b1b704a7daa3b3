package org.monthend.extract.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.extract.SheetSketch;

/** What is proposed for small tables, and how sure it is. */
class LayoutSuggesterTest {

    private final Path folder;

    LayoutSuggesterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesOfTheCatalogueMakeItCertain() {
        Suggestion suggestion = suggest("""
                Team performance, December 2015
                |
                Measure        | Within | Out of | Outcome
                %Re-Referrals  | 67     | 293    | 23%
                CPP_RATE       | 448    | 66150  | 68
                """);

        assertThat(Suggested.lines(suggestion))
                .containsExactly(
                        "certain sheet Team",
                        "certain rows are measures",
                        "certain measure column Measure",
                        "likely numerator column Within",
                        "likely denominator column Out of",
                        "likely value column Outcome",
                        "certain month title Team performance, {month}",
                        "guess organisation constant TRUST");
    }

    @Test
    void aNameThatIsOnlyNearlyTheCataloguesIsNeverCertain() {
        Suggestion suggestion = suggest("""
                Item                              | Value | Month
                CPP per 10000 population          | 68    | Dec-15
                Children in Care per 10000 people | 76    | Dec-15
                """);

        SuggestedPart measure = Suggested.part(suggestion, "measure");
        assertThat(measure.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(measure.reason())
                .contains("0 of 2 names in column A are measures")
                .contains("is nearly CPP_RATE");
    }

    @Test
    void measuresAcrossAreFoundByTheirNames() {
        Suggestion suggestion = suggest("""
                Localities, December 2015
                |
                Locality       | %Re-Referrals | CPP per 10000 population
                North locality | 20%           | 51
                South locality | 23%           | 68
                """);

        assertThat(Suggested.lines(suggestion))
                .contains(
                        "certain value of REREFERRAL_PCT column %Re-Referrals",
                        "likely value of CPP_RATE column CPP per 10000 population",
                        "certain organisation column Locality");
        assertThat(Suggested.part(suggestion, "value of CPP_RATE").mustBeDecided())
                .isTrue();
        assertThat(Suggested.table(suggestion).trial())
                .isInstanceOfSatisfying(
                        Trial.Read.class,
                        read -> assertThat(read.names())
                                .contains(
                                        "2 of 2 measures are in the catalogue.",
                                        "2 of 2 organisations are in the catalogue."));
    }

    @Test
    void severalFiguresUnderEachMonthAreEachAcross() {
        Suggestion suggestion = suggest("""
                Measure       | Nov-15 | <      | Dec-15 | <
                ^             | Number | Out of | Number | Out of
                %Re-Referrals | 60     | 290    | 67     | 293
                """);

        assertThat(Suggested.lines(suggestion))
                .contains(
                        "likely header tiers 2",
                        "likely numerator across {month} > Number",
                        "likely denominator across {month} > Out of");
        assertThat(Suggested.table(suggestion).trial())
                .isInstanceOfSatisfying(
                        Trial.Read.class, read -> assertThat(read.rows()).isEqualTo(2));
    }

    @Test
    void figuresProveWhatHeadingsDoNotSay() {
        Suggestion suggestion = suggest("""
                Measure | P  | Q   | S
                AB1     | 30 | 40  | 75%
                AB2     | 10 | 40  | 25%
                AB3     | 1  | 8   | 12.5%
                """);

        assertThat(Suggested.lines(suggestion))
                .contains("likely numerator column P", "likely denominator column Q", "likely value column S");
        assertThat(Suggested.part(suggestion, "value").reason())
                .startsWith("column B / column C = column D in 3 of 3 rows (row 2: 30 / 40 x 100 is 75)");
    }

    @Test
    void headingsThatTheFiguresContradictAreAGuess() {
        Suggestion suggestion = suggest("""
                Measure | Numerator | Denominator | Value
                AB1     | 30        | 40          | 70%
                AB2     | 10        | 40          | 21%
                AB3     | 1         | 8           | 55%
                """);

        assertThat(Suggested.part(suggestion, "value").confidence()).isEqualTo(Confidence.GUESS);
        assertThat(Suggested.part(suggestion, "value").reason())
                .contains("but numerator / denominator = value in 0 of 3 rows only (row 2: 30 / 40 is not 70)");
    }

    @Test
    void titlesThatNameDifferentMonthsAreLeftToAPerson() {
        Suggestion suggestion = suggest("""
                Figures of November 2015
                Printed in December 2015
                Measure       | Value
                %Re-Referrals | 23%
                """);

        SuggestedPart month = Suggested.part(suggestion, "month");
        assertThat(month.confidence()).isEqualTo(Confidence.GUESS);
        assertThat(month.part().words()).isEqualTo("Printed in {month}");
        assertThat(month.alternatives()).containsExactly("Nov-15 in A1");
    }

    @Test
    void aSheetWithoutAMonthSaysSo() {
        Suggestion suggestion = suggest("""
                Measure       | Value
                %Re-Referrals | 23%
                """);

        assertThat(Suggested.table(suggestion).missing())
                .singleElement()
                .asString()
                .startsWith("Nothing says which month the figures are about");
    }

    @Test
    void aCodeMeansWhatTheNotesSayElseWhatItUsuallyMeans() {
        Suggestion suggestion = suggest("""
                Measure       | Dec-15
                %Re-Referrals | 23%
                CPP_RATE      | c
                CPP_VISITS    | x
                CPP_REPEAT    | ..
                |
                Notes
                c = not available
                """);

        assertThat(Suggested.lines(suggestion))
                .contains(
                        "likely code c = not available", "guess code x = suppressed", "likely code .. = not available")
                .contains("certain notes Notes*");
    }

    @Test
    void aTotalIsPassedOverAndProvedWhereItAddsUp() {
        Suggestion suggestion = suggest("""
                Grades of December 2015
                Grade                | Files
                Inadequate           | 1
                Requires Improvement | 26
                Good                 | 3
                Total audits         | 30
                """);

        SuggestedPart total = Suggested.part(suggestion, "pass over");
        assertThat(total.part().words()).isEqualTo("Total*");
        assertThat(total.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(total.reason()).endsWith("B6 is the sum of the 3 rows above");
    }

    @Test
    void hiddenSheetsAreNeverRead() {
        Path file = SheetSketch.workbook("Shown", "Nothing but words")
                .and("Working", """
                        Measure       | Month  | Value
                        %Re-Referrals | Dec-15 | 23
                        """)
                .hide("Working")
                .write(folder.resolve("hidden.xlsx"));

        Suggestion suggestion = Suggested.of(file);

        assertThat(suggestion.tables()).isEmpty();
        assertThat(suggestion.passedOver())
                .containsExactly(
                        "Hidden sheets are never read: 'Working'.",
                        "Sheet 'Shown' holds no table: no rows of figures with headings over them.");
    }

    @Test
    void tablesBeneathEachOtherAreProposedEachByItself() {
        Suggestion suggestion = Suggested.of(SheetSketch.workbook("Both", """
                Measure       | Dec-15
                %Re-Referrals | 23
                CPP_RATE      | 68
                |
                Grade         | Files in December 2015
                Inadequate    | 1
                Good          | 3
                """).write(folder.resolve("both.xlsx")));

        assertThat(suggestion.tables()).extracting(SuggestedTable::headerRow).containsExactly(1, 5);
        assertThat(suggestion.tables())
                .extracting(table -> table.layout().words("rows are", ""))
                .containsExactly("measures", "distribution");
    }

    private Suggestion suggest(String rows) {
        return Suggested.of(SheetSketch.workbook("Team", rows).write(folder.resolve("team.xlsx")));
    }
}
