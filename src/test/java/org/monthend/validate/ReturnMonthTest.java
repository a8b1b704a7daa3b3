package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Severity;
import org.monthend.extract.LayoutSketch;
import org.monthend.extract.SheetSketch;

/** Whether a return is about the month in whose folder it stands: December 2015. */
class ReturnMonthTest {

    private static final String HEADER = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";

    private static final Layout TITLED = LayoutSketch.layout("TITLED", """
            sheet        |          | *
            measure      | column   | Measure
            organisation | constant | TRUST
            month        | title    | Return for {month}
            value        | column   | Value
            """);

    private final Path folder;

    ReturnMonthTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aReturnOfAnotherMonthIsRefusedWhole() {
        Judged judged =
                judge(HEADER + "OPEN | TRUST | Nov-15 | | | 28\nOPEN | NORTH | Nov-15 | | | 9", SmallLayouts.TIDY);

        assertThat(judged.issues())
                .containsExactly("REFUSE R102 at Return!C2: the workbook is about November 2015,"
                        + " but it stands in the folder of December 2015. Put the file into the folder of its month.");
        assertThat(judged.verdict()).isEqualTo("refused 2 = 0 + 2");
        assertThat(judged.judgement().reason()).isEqualTo("WRONG_MONTH");
    }

    @Test
    void aTitleOfAnotherMonthRefusesTheReturn() {
        assertThat(judge("Return for November 2015\nMeasure | Value\nOPEN | 28", TITLED)
                        .issues())
                .containsExactly("REFUSE R102 at Return!A1: the workbook is about November 2015,"
                        + " but it stands in the folder of December 2015. Put the file into the folder of its month.");
    }

    @Test
    void aReturnOfALaterMonthIsRefusedWhole() {
        Judged judged = judge("Return for January 2016\nMeasure | Value\nOPEN | 28", TITLED);

        assertThat(judged.verdict()).isEqualTo("refused 1 = 0 + 1");
        assertThat(judged.judgement().reason()).isEqualTo("WRONG_MONTH");
    }

    /** The first table is right, and the second one is last month's: its figures would be taken for a restatement. */
    @Test
    void oneTableOfAnotherMonthRefusesTheReturn() {
        Path file = SheetSketch.workbook("Return", HEADER + "OPEN | TRUST | Dec-15 | | | 29")
                .and("Grades", "Audited in November 2015\nGrade | Area | Files | Share\nG | TRUST | 3 |")
                .write(folder.resolve("x.xlsx"));
        Judged judged = Judged.of(file, SmallCatalogue.of(List.of(), SmallLayouts.TIDY, SmallLayouts.GRADES));

        assertThat(judged.issues())
                .containsExactly("REFUSE R102 at Grades!A1: the workbook is about November 2015,"
                        + " but it stands in the folder of December 2015. Put the file into the folder of its month.");
    }

    @Test
    void theStewardMayMakeItAQuery() {
        Path file = SheetSketch.workbook("Return", HEADER + "OPEN | TRUST | Nov-15 | | | 28")
                .write(folder.resolve("x.xlsx"));
        Judged judged = Judged.of(file, SmallCatalogue.taking(Rule.WRONG_MONTH, Severity.QUERY, SmallLayouts.TIDY));

        assertThat(judged.verdict()).isEqualTo("accepted_with_queries 1 = 1 + 0");
        assertThat(judged.published()).containsExactly("OPEN TRUST 2015-11 28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CP November 2015.xlsx",
                "cp nov-15.xlsx",
                "cp_2015-11.xlsx",
                "2016-01.xlsx",
                "audits 15 Nov-15.xlsx", // "audits 15" only looks like a month
                "workforce 2015 Nov-15.xlsx",
                "finance 2015-16 Nov-15.xlsx",
                "Return Nov-15 (final) v2 FINAL.xlsx",
                "cp 2015-11 sent 2015-12-20.xlsx",
                "cp Dec-15 (was Nov-15).xlsx",
            })
    void aFileNamedForAnotherMonthIsRefused(String name) {
        assertThat(named(name).judgement().issues()).extracting(Issue::rule).containsExactly(Rule.WRONG_MONTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp.xlsx",
                "CP December 2015.xlsx",
                "CP_Dec-15.xlsx",
                "cp 2015-12.xlsx",
                "Return Dec-15 (final) v2 FINAL.xlsx",
                "cp sent 2016-01-20.xlsx", // days, on which it was sent
                "cp 20-01-2016.xlsx",
                "cp 20 January 2016.xlsx",
                "cp 20-Jan-16.xlsx",
                "cp 2015-12 as of 2016-01-20.xlsx",
                "finance 2015-16.xlsx",
                "finance_dec15.xlsx",
                "RF4 1234 2015.xlsx",
                "<script>alert(1)<_script>.xlsx",
                "no ending",
            })
    void aFileNamedForItsMonthOrForNoneIsNot(String name) {
        assertThat(named(name).issues()).isEmpty();
    }

    @Test
    void theFileNamesSentenceSaysBothMonths() {
        assertThat(named("CP_Nov-15.xlsx").issues())
                .containsExactly("REFUSE R102: the file 'CP_Nov-15.xlsx' is named for November 2015,"
                        + " but it stands in the folder of December 2015. Put the file into the folder of its month.");
    }

    @Test
    void aFileNamedForTwoMonthsIsHeldBack() {
        assertThat(named("cp 2016-01 holds 2015-12.xlsx").issues())
                .containsExactly("REFUSE R102: the file 'cp 2016-01 holds 2015-12.xlsx' is named for January 2016 and"
                        + " December 2015, but it stands in the folder of December 2015."
                        + " Put the file into the folder of its month.");
    }

    @Test
    void aReturnWithoutRowsIsRefused() {
        Judged judged = judge(HEADER, SmallLayouts.TIDY);

        assertThat(judged.issues())
                .containsExactly("REFUSE R103 at Return: no row of data was found beneath the headings."
                        + " Fill it in, or state '-' where there is nothing to report.");
        assertThat(judged.verdict()).isEqualTo("refused 0 = 0 + 0");
    }

    @Test
    void oneTableWithoutRowsRefusesTheReturn() {
        Path file = SheetSketch.workbook("Return", HEADER + "OPEN | TRUST | Dec-15 | | | 29")
                .and("Grades", "Audited in December 2015\nGrade | Area | Files | Share")
                .write(folder.resolve("x.xlsx"));

        assertThat(Judged.of(file, SmallCatalogue.of(List.of(), SmallLayouts.TIDY, SmallLayouts.GRADES))
                        .verdict())
                .isEqualTo("refused 1 = 0 + 1");
    }

    @Test
    void aReturnWithNothingButMonthsAheadIsEmpty() {
        assertThat(judge(HEADER + "OPEN | TRUST | Jan-16 |", SmallLayouts.TIDY)
                        .judgement()
                        .reason())
                .isEqualTo("NO_ROWS");
    }

    private Judged judge(String rows, Layout layout) {
        Catalogue catalogue = SmallCatalogue.of(List.of(), layout);
        return Judged.of(SheetSketch.workbook("Return", rows).write(folder.resolve("x.xlsx")), catalogue);
    }

    private static Judged named(String name) {
        List<Statement> none = List.of();
        ReturnJudge judge = new ReturnJudge(
                SmallCatalogue.of(List.of()), SmallCatalogue.CP, Judged.DECEMBER, History.nothing(), statement -> {});
        judge.fileName(name);
        Judgement judgement = judge.finish();
        List<Issue> said = judgement.issues().stream()
                .filter(issue -> issue.rule() != Rule.NO_ROWS)
                .toList();
        return new Judged(
                new Judgement(judgement.verdict(), 0, 0, 0, said, judgement.contradicted(), List.of(), List.of()),
                none);
    }
}
