package org.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.calendar.ReportingMonth;

/** Each team's workbook has the shape that its layout describes. */
class ReturnShapesTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    static Stream<ReportingMonth> everyMonth() {
        return ReportingMonth.range(new ReportingMonth(2014, 10), DECEMBER).stream();
    }

    @ParameterizedTest
    @MethodSource("everyMonth")
    void everyFileBelongsToExactlyOneReturn(ReportingMonth month) {
        List<List<String>> returns = SampleBook.catalogue().rows("Returns");
        List<String> patterns = returns.subList(1, returns.size()).stream()
                .map(row -> row.get(5).replace(".", "\\.").replace("*", ".*"))
                .toList();
        List<Path> files = SampleBook.files(month);

        assertThat(files).hasSize(month.endsQuarter() ? 10 : 9);
        assertThat(files)
                .allMatch(file -> patterns.stream()
                                .filter(file.getFileName().toString()::matches)
                                .count()
                        == 1);
        assertThat(files).allMatch(file -> file.toFile().length() < 10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "referral-and-assessment, 'Children in Need per 10,000 population', Children's Services Trust, 2015-12-31",
        "permanence,              ADOPTION_A1_DAYS,                            TRUST,                     Dec-15",
        "YOS,                     Young Offenders in EET (quarterly figure),   Children's Services Trust, 2015-12-01",
        "case-audits,             CASE_FILE_RI_PLUS_PCT,                       TRUST,                     Dec-15",
    })
    void tidyReturnsHaveTheColumnsOfTheTemplate(String file, String measure, String organisation, String month) {
        List<List<String>> rows = SampleBook.of(DECEMBER, file).rows("Return");
        assertThat(rows.get(0))
                .containsExactly(
                        "Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment");
        assertThat(rows.get(1).subList(0, 3)).containsExactly(measure, organisation, month);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-10, CP 2014-15, Oct-14",
        "2015-03, CP 2014-15, Oct-14 Nov-14 Dec-14 Jan-15 Feb-15 Mar-15",
        "2015-04, CP 2015-16, Apr-15",
        "2015-12, CP 2015-16, Apr-15 May-15 Jun-15 Jul-15 Aug-15 Sep-15 Oct-15 Nov-15 Dec-15",
    })
    void childProtectionHasTheMonthsOfItsYearAcross(String month, String sheet, String months) {
        SampleBook book = SampleBook.of(ReportingMonth.parse(month), "Child protection");
        assertThat(book.sheets()).containsExactly(sheet);
        assertThat(book.rows(sheet).get(3))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("Measure", "Figure"), Arrays.stream(months.split(" ")))
                                .toList());
    }

    @Test
    void childProtectionHasTwoRowsForAFractionAndOneForACount() {
        SampleBook book = SampleBook.of(new ReportingMonth(2014, 10), "Child protection");
        assertThat(book.rows("CP 2014-15").stream().skip(4).map(row -> row.get(1)))
                .containsExactly(
                        "Numerator",
                        "Denominator",
                        "Numerator",
                        "Denominator",
                        "Numerator",
                        "Denominator",
                        "Numerator",
                        "Denominator",
                        "Value",
                        "Value");
        assertThat(book.rows("CP 2014-15").stream().skip(12).map(row -> row.get(2)))
                .containsExactly("new measure", "-");
    }

    @Test
    void childrenInCareHasTwoTiersOfMergedHeadings() {
        SampleBook book = SampleBook.of(DECEMBER, "Children in Care");
        String sheet = "Children in Care";
        assertThat(book.text(sheet, "A3")).isEqualTo("Month: December 2015");
        assertThat(book.rows(sheet).subList(4, 6))
                .containsExactly(List.of("Measure", "Dec-15", "", ""), List.of("", "Number", "Out of", "Result"));
        assertThat(merged(book)).containsExactlyInAnyOrder("A5:A6", "B5:D5");
        assertThat(List.of(book.text(sheet, "D7"), book.text(sheet, "D8"), book.text(sheet, "D14")))
                .containsExactly(latest("CIC_RATE"), latest("CIC_HEALTH_PCT"), "under development");
        assertThat(book.text(sheet, "A16")).startsWith("Notes");
    }

    @Test
    void workforceMarksAFigureAndNotesItBeneath() throws IOException {
        SampleBook book = SampleBook.of(DECEMBER, "HR workforce");
        String sheet = "Workforce";
        assertThat(book.text(sheet, "A2")).isEqualTo("Workforce return for December 2015");
        assertThat(book.rows(sheet).get(3)).containsExactly("Indicator", "Count (a)", "Out of (b)", "Result");
        assertThat(List.of(book.text(sheet, "D8"), book.text(sheet, "D9"), book.text(sheet, "D10")))
                .containsExactly(latest("AGENCY_FTE_PCT"), latest("STAFF_SATISFACTION_PCT"), latest("CONDUCT_CASES"));
        assertThat(book.text(sheet, "A13")).isEqualTo("Notes");
        String page = Files.readString(SharedSeed.folder().resolve("corporate-scorecard-dec-15.txt"));
        assertThat(page).contains(book.text(sheet, "A14").replace("* ", "*"));
    }

    @Test
    void caseAuditsHaveTwoTables() {
        assertThat(SampleBook.of(DECEMBER, "case-audits").sheets()).containsExactly("Return", "Grades");
    }

    @Test
    void financeHasTwoTiersOfHeadings() {
        SampleBook book = SampleBook.of(new ReportingMonth(2015, 6), "finance");
        assertThat(book.text("Summary", "A2")).isEqualTo("Revenue monitoring to the end of June 2015");
        assertThat(book.rows("Summary").subList(3, 5))
                .containsExactly(
                        List.of("Measure", "2015/16", "30-Jun", "Forecast", "30-Jun", "30-Jun"),
                        List.of("", "Budget", "Forecast", "Variance", "Spend to date", "Committed"));
        assertThat(merged(book)).contains("A4:A5");
    }

    @ParameterizedTest
    @CsvSource({
        "Internal Audit, Opinions,   'Audits by opinion, 1 April to date: May 2015', Opinion, Number of audits",
        "Project,        Highlights, Highlight report for May 2015,                  Project, Progress (RAG)",
    })
    void auditAndProjectsSayTheMonthInTheirTitle(String file, String sheet, String title, String first, String second) {
        SampleBook book = SampleBook.of(new ReportingMonth(2015, 5), file);
        assertThat(book.text(sheet, "A2")).isEqualTo(title);
        assertThat(List.of(book.text(sheet, "A4"), book.text(sheet, "B4"))).containsExactly(first, second);
    }

    private static String latest(String measure) {
        return SharedSeed.read().line(measure).latest();
    }

    private static List<String> merged(SampleBook book) {
        return book.sheet(0).getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList();
    }
}
