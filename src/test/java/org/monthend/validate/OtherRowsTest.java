package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Severity;
import org.monthend.extract.SheetSketch;

/** Rows of distributions, finance, internal audit and projects in a return of December 2015. */
class OtherRowsTest {

    private final Path folder;

    OtherRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sharesAreComputedFromCounts() {
        Judged judged = grades("""
                Requires Improvement | TRUST | 26 | [87%]
                Good                 | TRUST | 3  | 10%
                O                    | TRUST | 1  |
                """);

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.verdict()).isEqualTo("accepted 3 = 3 + 0");
        assertThat(judged.published())
                .containsExactly("RI TRUST 2015-12 26=86.6667", "G TRUST 2015-12 3=10", "O TRUST 2015-12 1=3.33333");
    }

    @Test
    void sharesStandAloneWhereNothingWasCounted() {
        Judged judged = grades("RI | TRUST | | 87\nG | TRUST | | 10%\nO | TRUST | | [2%]");

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.published())
                .containsExactly("RI TRUST 2015-12 -=87", "G TRUST 2015-12 -=10", "O TRUST 2015-12 -=2");
    }

    @Test
    void eachAreaIsAWholeOfItsOwn() {
        assertThat(grades("""
                RI | TRUST | 30 |
                G  | TRUST | 10 |
                RI | NORTH | 5  |
                G  | NORTH | 5  |
                """).published())
                .containsExactly(
                        "RI TRUST 2015-12 30=75",
                        "G TRUST 2015-12 10=25",
                        "RI NORTH 2015-12 5=50",
                        "G NORTH 2015-12 5=50");
    }

    @Test
    void sharesThatDoNotAddUpAreAQuery() {
        Judged judged = grades("RI | TRUST | | 80\nG | TRUST | | 10\nO | TRUST | | 3");

        assertThat(judged.issues())
                .containsExactly("QUERY R403 at Grades!D5: the shares add up to 93.0%."
                        + " Check the shares against the cases.");
        assertThat(judged.verdict()).isEqualTo("accepted_with_queries 3 = 3 + 0");
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "101, 0", "98.9, 1", "101.1, 1"})
    void sharesMayMissTheWholeByTheirRounding(String total, int queries) {
        String rows = "RI | TRUST | | 50\nO | TRUST | | 0\nG | TRUST | | "
                + new BigDecimal(total).subtract(new BigDecimal(50));

        assertThat(grades(rows).issues()).hasSize(queries);
    }

    @Test
    void aSharesRuleTakenAsAnErrorKeepsTheDistributionOut() {
        Path file = SheetSketch.workbook("Grades", GRADES_HEADER + "RI | TRUST | | 80")
                .write(folder.resolve("x.xlsx"));
        Judged judged =
                Judged.of(file, SmallCatalogue.taking(Rule.SHARES_DO_NOT_ADD_UP, Severity.ERROR, SmallLayouts.GRADES));

        assertThat(judged.verdict()).isEqualTo("refused 1 = 0 + 1");
        assertThat(judged.statements()).isEmpty();
    }

    /** Without the row of 26 the other four would have been 75% and 25%. */
    @Test
    void aRowThatIsRefusedTakesTheWholeDistributionWithIt() {
        Judged judged = grades(
                "RI | TRUST | 2b |\nG | TRUST | 3 |\nO | TRUST | 1 |\nRI | NORTH | 0 |\nG | NORTH | 4 |\nO | NORTH | 0 |");

        assertThat(judged.issues())
                .containsExactly(
                        "ERROR R201 at Grades!C3: '2b' is text, not a number of the kind asked for."
                                + " Write a number, or '-' if there is nothing to report.",
                        "QUERY R403 at Grades!C4: a row of the distribution was refused, so none of it was loaded."
                                + " Check the shares against the cases.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 6 = 3 + 3");
        assertThat(judged.published())
                .containsExactly("RI NORTH 2015-12 0=0", "G NORTH 2015-12 4=100", "O NORTH 2015-12 0=0");
    }

    @Test
    void aRowWithoutAnAreaTakesEveryDistributionWithIt() {
        assertThat(grades("RI | | 26 |\nG | TRUST | 3 |\nG | NORTH | 4 |").verdict())
                .isEqualTo("refused 3 = 0 + 3");
    }

    @Test
    void numbersAndSharesAreNotMixed() {
        Judged judged = grades("RI | TRUST | 26 |\nG | TRUST | | 10%");

        assertThat(judged.issues())
                .containsExactly(
                        "ERROR R305 at Grades!C3: Requires Improvement has no share and other categories have no"
                                + " number; none of the distribution was loaded. Write the figure; for a measure or a finance"
                                + " line that has none, write '-'.");
        assertThat(judged.verdict()).isEqualTo("refused 2 = 0 + 2");
    }

    @Test
    void aStatedShareMustBeTheShareOfItsCount() {
        Judged judged = grades("RI | TRUST | 26 | 97%\nG | TRUST | 4 | 13%");

        assertThat(judged.issues())
                .containsExactly(
                        "ERROR R304 at Grades!C3: the share of Requires Improvement is stated as 97%, but 26 of"
                                + " 30 gives 86.7%. Correct the figure that is wrong.");
        assertThat(judged.verdict()).isEqualTo("refused 2 = 0 + 2");
    }

    @Test
    void aCategoryTwiceIsCountedOnce() {
        Judged judged = grades("RI | TRUST | 26 |\nG | TRUST | 4 |\nG | TRUST | 4 |\nO | TRUST | 0 |");

        assertThat(judged.issues())
                .containsExactly("NOTE R401 at Grades!C5: GRADE G for Dec-15 stands at Grades!C4 already."
                        + " Take one of the two away; it was counted once.");
        assertThat(judged.verdict()).isEqualTo("accepted 4 = 4 + 0");
        assertThat(judged.published())
                .containsExactly("RI TRUST 2015-12 26=86.6667", "G TRUST 2015-12 4=13.3333", "O TRUST 2015-12 0=0");
    }

    @Test
    void aCategoryThatContradictsItselfTakesTheDistributionWithIt() {
        Judged judged = grades("RI | TRUST | 26 |\nG | TRUST | 4 |\nG | TRUST | 5 |");

        assertThat(judged.issues())
                .containsExactly("ERROR R402 at Grades!C5: Good says something else at C4;"
                        + " none of the distribution was loaded. Keep the one that is right.");
        assertThat(judged.verdict()).isEqualTo("refused 3 = 0 + 3");
    }

    @Test
    void noCasesHaveNoShares() {
        assertThat(grades("RI | TRUST | 0 |\nG | TRUST | 0 |").issues())
                .containsExactly("ERROR R305 at Grades!C4: no case was counted in any category, so there are no shares."
                        + " Write the figure; for a measure or a finance line that has none, write '-'.");
    }

    @Test
    void aNegativeCountAndAnUnknownCategoryAreErrors() {
        assertThat(grades("RI | TRUST | -1 |\nPoor | TRUST | 3 |").issues())
                .contains(
                        "ERROR R309 at Grades!C3: Requires Improvement is negative. Correct the figure.",
                        "ERROR R209 at Grades!A4: 'Poor' is no category of GRADE."
                                + " Use a name or code of the Categories sheet.");
    }

    @Test
    void moneyIsReadInPoundsAndProgressInPercent() {
        Judged judged = finance("""
                Budget Spend      | £42.3M | £43.1M | +£800K
                Cost of staff pay | 20500000 | £20.0M | -£514K
                Efficiency Plan   |        | 66%    |
                """);

        assertThat(judged.issues()).isEmpty();
        assertThat(judged.published())
                .containsExactly(
                        "TOTAL TRUST 2015-12 42300000/43100000/800000/-",
                        "PAY TRUST 2015-12 20500000/20000000/-514000/-",
                        "PLAN TRUST 2015-12 -/-/-/66");
    }

    /** £43.1M less £42.3M lies between £0.7M and £0.9M; the variance's own rounding is added. */
    @ParameterizedTest
    @CsvSource({
        "+£700K,    0",
        "+£900K,    0",
        "+£900.5K,  1",
        "+£901K,    1",
        "+£917K,    1",
        "+£0.9M,    0",
        "+£0.95M,   1",
        "+£699K,    1",
        "+£1M,      0",
        "-£800K,    1",
    })
    void theVarianceMustBePossible(String variance, int queries) {
        Judged judged = finance("TOTAL | £42.3M | £43.1M | " + variance);

        assertThat(judged.judgement().issues()).hasSize(queries);
        assertThat(judged.published()).hasSize(1);
    }

    @Test
    void anImpossibleVarianceIsAQueryThatSaysWhatIsPossible() {
        Judged judged = finance("TOTAL | £42.3M | £43.1M | +£917K");

        assertThat(judged.issues())
                .containsExactly("QUERY R310 at Finance!D2: £43.1M less £42.3M lies between £0.70M and £0.90M,"
                        + " but the variance is stated as +£917K."
                        + " Confirm the variance with the finance team, or correct it.");
        assertThat(judged.verdict()).isEqualTo("accepted_with_queries 1 = 1 + 0");
    }

    @Test
    void aPlusWhereNoVarianceStandsIsDropped() {
        Judged judged = finance("PAY | £18.9M | +£21.4M | +£2.47M");

        assertThat(judged.issues())
                .containsExactly("NOTE R208 at Finance!C2: '+£21.4M' is no variance, yet it has a plus sign."
                        + " Leave the sign out; it was dropped.");
        assertThat(judged.published()).containsExactly("PAY TRUST 2015-12 18900000/21400000/2470000/-");
    }

    @Test
    void aFinanceLineMaySayThatItHasNoFigure() {
        assertThat(finance("PAY | - | .. |").published()).containsExactly("PAY TRUST 2015-12 -/-/-/-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            PAY | | |            ~ ERROR R305 at Finance!A2: Cost of staff pay has no figure for Dec-15. Write the figure; for a measure or a finance line that has none, write '-'.
            PLAN | 66% | |       ~ ERROR R305 at Finance!A2: Efficiency Plan has no progress for Dec-15. Write the figure; for a measure or a finance line that has none, write '-'.
            PLAN | | £66 |       ~ ERROR R201 at Finance!C2: '£66' is an amount of money, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            PAY | 66% | |        ~ ERROR R201 at Finance!B2: '66%' is a percentage, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            PAYE | £1M | |       ~ ERROR R210 at Finance!A2: 'PAYE' is no line of the catalogue. Use a name or code of the Finance lines sheet.
            """)
    void saysWhatIsWrongWithAFinanceLine(String row, String sentence) {
        assertThat(finance(row).issues()).containsExactly(sentence);
    }

    @Test
    void aFinanceLineMaySayWhatWasSpentAndWhatIsOrdered() {
        Judged judged = spend("TOTAL | £42.3M | 31918 | 160\nPAY | £20.5M | 14984 |");

        assertThat(judged.published())
                .containsExactly(
                        "TOTAL TRUST 2015-12 42300000/-/-/- spent 31918000 in C2 committed 160000 in D2",
                        "PAY TRUST 2015-12 20500000/-/-/- spent 14984000 in C3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            TOTAL | | 31918 |  ~ TOTAL TRUST 2015-12 -/-/-/- spent 31918000 in C2
            TOTAL | | 0 | 5    ~ TOTAL TRUST 2015-12 -/-/-/- spent 0 in C2 committed 5000 in D2
            TOTAL | | -12 | -  ~ TOTAL TRUST 2015-12 -/-/-/- spent -12000 in C2
            """)
    void spendAloneIsAStatementOfALine(String row, String statement) {
        assertThat(spend(row).published()).containsExactly(statement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            TOTAL | | 62% |      ~ ERROR R201 at Finance!C2: '62%' is a percentage, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            TOTAL | | +31918 |   ~ NOTE R208 at Finance!C2: '+31918' is no variance, yet it has a plus sign. Leave the sign out; it was dropped.
            TOTAL | | | lots     ~ ERROR R201 at Finance!D2: 'lots' is text, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            """)
    void saysWhatIsWrongWithSpend(String row, String sentence) {
        assertThat(spend(row).issues()).containsExactly(sentence);
    }

    @Test
    void financeLinesThatContradictEachOtherAreNotLoaded() {
        Judged judged = finance("PAY | £1M | £1M |\nTOTAL | £5M | £5M |\nCost of staff pay | £1M | £2M |");

        assertThat(judged.issues())
                .containsExactly("ERROR R402 at Finance!B4: PAY for Dec-15 says something else at Finance!B2;"
                        + " neither was loaded. Keep the one that is right.");
        assertThat(judged.verdict()).isEqualTo("partly_accepted 3 = 1 + 2");
        assertThat(judged.published()).containsExactly("TOTAL TRUST 2015-12 5000000/5000000/-/-");
    }

    @Test
    void opinionsAreCounted() {
        Judged judged = judge("Audit", "Opinion | Number\nLimited | 2\nla | 2", SmallLayouts.OPINIONS);

        assertThat(judged.verdict()).isEqualTo("accepted 2 = 2 + 0");
        assertThat(judged.published()).containsExactly("LA TRUST 2015-12 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            Partial | 2   ~ ERROR R209 at Audit!A2: 'Partial' is no opinion of OPINION. Use a name or code of the Categories sheet.
            Limited |     ~ ERROR R305 at Audit!A2: Limited has no number. Write the figure; for a measure or a finance line that has none, write '-'.
            Limited | -2  ~ ERROR R309 at Audit!B2: Limited is negative. Correct the figure.
            Limited | two ~ ERROR R201 at Audit!B2: 'two' is text, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.
            """)
    void saysWhatIsWrongWithAnOpinion(String row, String sentence) {
        assertThat(judge("Audit", "Opinion | Number\n" + row, SmallLayouts.OPINIONS)
                        .issues())
                .containsExactly(sentence);
    }

    @Test
    void aProjectReportsTwoColoursAndAStory() {
        Judged judged = judge(
                "Projects",
                "Project | Progress | Finance | Status\nPause | Green | r | On time",
                SmallLayouts.PROJECTS);

        assertThat(judged.published()).containsExactly("PAUSE TRUST 2015-12 GR On time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            Stop  | G | G    ~ ERROR R211 at Projects!A2: 'Stop' is no project of the catalogue. Use a name or code of the Projects sheet.
            PAUSE | B | G    ~ ERROR R209 at Projects!B2: 'B' is none of R, A and G. Use a name or code of the Categories sheet.
            PAUSE | G |      ~ ERROR R209 at Projects!A2: the finance is blank; it is R, A or G. Use a name or code of the Categories sheet.
            """)
    void saysWhatIsWrongWithAProject(String row, String sentence) {
        assertThat(judge("Projects", "Project | Progress | Finance | Status\n" + row, SmallLayouts.PROJECTS)
                        .issues())
                .containsExactly(sentence);
    }

    private static final String GRADES_HEADER = "Audited in December 2015\nGrade | Area | Files | Share\n";

    private Judged grades(String rows) {
        return judge("Grades", GRADES_HEADER + rows, SmallLayouts.GRADES);
    }

    private Judged spend(String rows) {
        return judge("Finance", "Line | Budget | Spend to date | Committed\n" + rows, SmallLayouts.SPEND);
    }

    private Judged finance(String rows) {
        return judge("Finance", "Line | Budget | Forecast | Variance\n" + rows, SmallLayouts.FINANCE);
    }

    private Judged judge(String sheet, String rows, Layout layout) {
        Path file = SheetSketch.workbook(sheet, rows).write(folder.resolve("x.xlsx"));
        return Judged.of(file, SmallCatalogue.of(List.of(), layout));
    }
}
