package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.KnownFigures;
import org.monthend.validate.Rule;
import org.monthend.validate.Statement.MeasureStatement;

/** The files of the nasties that speak of rows, months and layouts, each with the layout that its steward would write. */
class NastiesTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file                                    | layout | folder  | verdict                     | rules
            a00_tidy_2015-12.xlsx                     | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            a01_tidy_2015-12.csv                      | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            c05_utf8_accents.csv                      | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            c09_embedded_newline_quote.csv            | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            c14_header_only.csv                       | TIDY   | 2015-12 | refused 0 = 0 + 0           | R103
            c17_blank_lines_and_total.csv             | TIDY   | 2015-12 | accepted 9 = 9 + 0          | R105
            c20_columns_reordered.csv                 | TWICE  | 2015-12 | accepted 9 = 9 + 0          |
            m02_1904_system.xlsx                      | TWICE  | 2015-12 | accepted 9 = 9 + 0          |
            m04_named_2016-01_holds_2015-12.xlsx      | TWICE  | 2016-01 | refused 9 = 0 + 9           | R102
            m04_named_2016-01_holds_2015-12.xlsx      | TWICE  | 2015-12 | refused 9 = 0 + 9           | R102
            m05_month_only_in_title.xlsx              | TITLE  | 2015-12 | accepted 9 = 9 + 0          |
            m05_month_only_in_title.xlsx              | TITLE  | 2015-11 | refused 9 = 0 + 9           | R102 R307
            l01_header_row7_title_merged.xlsx         | NOTES  | 2015-12 | accepted 9 = 9 + 0          |
            l03_two_tables_side_by_side.xlsx          | TIDY   | 2015-12 | refused 0 = 0 + 0           | R101
            l05_table_on_sheet2_after_cover.xlsx      | DATA   | 2015-12 | accepted 9 = 9 + 0          |
            z25_hidden_sheets.xlsx                    | TIDY   | 2015-12 | accepted 9 = 9 + 0          | R104
            z26_hidden_rows_cols.xlsx                 | TIDY   | 2015-12 | accepted 9 = 9 + 0          | R006
            f01 Return Dec-15 (final) v2 FINAL.xlsx   | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            f07_2015-12.XLSX                          | TIDY   | 2015-12 | accepted 9 = 9 + 0          |
            """)
    void endInTheVerdictThatTheyMust(String file, String layout, String folder, String verdict, String rules) {
        Judgement judgement = load(file, layout, ReportingMonth.parse(folder)).judgement();

        assertThat("%s %s = %s + %s"
                        .formatted(
                                judgement.verdict().word(),
                                judgement.rowsRead(),
                                judgement.rowsAccepted(),
                                judgement.rowsRejected()))
                .as(judgement.issues().toString())
                .isEqualTo(verdict);
        assertThat(judgement.issues().stream()
                        .map(issue -> issue.rule().code())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rules == null ? "" : rules);
    }

    @Test
    void textThatLooksLikeANumberIsReadOrRefusedRowByRow() {
        assertThat(rows("n01_text_numbers.xlsx", "TWICE"))
                .containsExactly(
                        "N00 1234",
                        "N01 12",
                        "N02 12",
                        "N03 R201",
                        "N04 R201",
                        "N05 R201",
                        "N06 12",
                        "N07 R201",
                        "N08 R201",
                        "N09 R201",
                        "N10 R201",
                        "N11 R201",
                        "N12 R201",
                        "N13 R201",
                        "N14 R309",
                        "N15 R201",
                        "N16 R201",
                        "N17 R201",
                        "N18 17 *",
                        "N19 nothing_to_report ⁴",
                        "N20 nothing_to_report",
                        "N21 nothing_to_report",
                        "N22 not_available",
                        "N23 not_available",
                        "N24 R201",
                        "N25 not_available",
                        "N26 not_available",
                        "N27 not_available",
                        "N28 suppressed",
                        "N29 not_available",
                        "N30 suppressed",
                        "N31 suppressed",
                        "N32 suppressed",
                        "N33 R201",
                        "N34 under_development",
                        "N35 new_measure",
                        "N36 R201",
                        "N37 R305",
                        "N38 R305",
                        "N39 R201",
                        "N40 R201",
                        "N41 R201",
                        "N42 R201",
                        "N43 R201",
                        "N44 R201",
                        "N45 R201",
                        "N46 0",
                        "N47 R201",
                        "N48 R201",
                        "N49 R201",
                        "N50 R201",
                        "N51 R201",
                        "N52 0.1234567890123456789",
                        "N53 R201",
                        "N54 2 ²",
                        "N55 85 (r)",
                        "N56 R201",
                        "N57 R201",
                        "N58 R201",
                        "N59 R201");
    }

    @Test
    void superscriptsAreFootnotesAndNoDigits() {
        assertThat(rows("n04_superscript_runs.xlsx", "TWICE"))
                .containsExactly("S01 17 2", "S02 85 1", "S03 12.4 3", "S04 1234 r", "S05 17 ²");
    }

    @Test
    void bandsAreNeverOneOfTheirEnds() {
        assertThat(rows("n05_ranges_and_bands.xlsx", "TWICE"))
                .containsExactly(
                        "B00 R201",
                        "B01 R201",
                        "B02 R201",
                        "B03 R201",
                        "B04 R201",
                        "B05 R201",
                        "B06 R201",
                        "B07 R201",
                        "B08 R201");
    }

    @Test
    void codesAreFoldedAndNeverGuessed() {
        KeptSubmissions.Kept kept = load("r03_codes.xlsx", "TWICE", DECEMBER);

        assertThat(figures(kept)).containsExactly("RF4 M01 10", "R1H M01 10", "RQM M01 10", "RF4 M03 12", "R1H M03 12");
        assertThat(issues(kept)).containsExactly("C5 R205", "C6 R205", "C7 R205", "A10 R206");
    }

    @Test
    void numbersAreHeldAgainstEachOther() {
        KeptSubmissions.Kept kept = load("r04_numbers_out_of_rule.xlsx", "TWICE", DECEMBER);

        assertThat(kept.staged()).isEmpty();
        assertThat(issues(kept))
                .containsExactly(
                        "E2 R303",
                        "G2 R304",
                        "E3 R309",
                        "G3 R304",
                        "F4 R302",
                        "A5 R301",
                        "A6 R301",
                        "G7 R304",
                        "G8 R304",
                        "G9 R304",
                        "F10 R302");
    }

    @Test
    void aCodeKeepsItsZerosAndItsLetters() {
        KeptSubmissions.Kept kept = load("r06_leading_zero_codes.xlsx", "TWICE", DECEMBER);

        assertThat(figures(kept)).containsExactly("007 M02 50", "1E05 M04 50");
        assertThat(issues(kept)).containsExactly("A2 R206", "A4 R206");
    }

    @Test
    void theLatestMonthStandsUnderADate() {
        KeptSubmissions.Kept kept = load("l02_months_across.xlsx", "LATEST", DECEMBER);

        assertThat(figures(kept))
                .containsExactly(
                        "RF4 CIN 376",
                        "RF4 REREF 23",
                        "RF4 CSE 29",
                        "RF4 SATISFIED nothing_to_report",
                        "RF4 CONDUCT 17 *");
        assertThat(kept.staged()).allMatch(statement -> statement.month().equals(DECEMBER));
    }

    @Test
    void theMonthBeforeSentAgainIsAQuery() {
        KnownFigures december =
                KnownFigures.of(load("a00_tidy_2015-12.xlsx", "TIDY", DECEMBER).staged());
        KeptSubmissions kept = new KeptSubmissions(december);
        new SubmissionLoader(NastiesCatalogue.of(List.of("TWICE")), kept, ReadLimits.standard())
                .load(ReturnFolder.describe(file("m06_carried_forward_copy_2016-01.xlsx"), DECEMBER.plusMonths(1)));
        Judgement judgement = kept.kept().get(0).judgement();

        assertThat(judgement.verdict().word()).isEqualTo("accepted_with_queries");
        assertThat(judgement.issues())
                .extracting(issue -> issue.rule().code() + " " + issue.message())
                .containsExactly("R501 all 9 figures of January 2016 are those of December 2015, numerators and"
                        + " denominators included; M02 for RF4 is 11% (11 of 100) in both.");
    }

    private static List<String> rows(String file, String layout) {
        KeptSubmissions.Kept kept = load(file, layout, DECEMBER);
        List<String> rows = new ArrayList<>();
        figures(kept).forEach(figure -> rows.add(figure.substring("RF4 ".length())));
        kept.judgement().issues().stream()
                .filter(issue -> issue.rule() != Rule.MARK_WITHOUT_NOTE)
                .forEach(issue ->
                        rows.add(measureIn(file, issue) + " " + issue.rule().code()));
        return rows.stream().sorted().toList();
    }

    /** Row 2 of these files holds the measure of number 0, and so on; those of superscripts begin with 1. */
    private static String measureIn(String file, Issue issue) {
        String letter = file.startsWith("n01") ? "N" : "B";
        return String.format(
                Locale.UK, "%s%02d", letter, Integer.parseInt(issue.cell().substring(1)) - 2);
    }

    private static List<String> figures(KeptSubmissions.Kept kept) {
        return kept.staged().stream()
                .map(MeasureStatement.class::cast)
                .map(said -> String.join(
                                " ",
                                said.organisationCode(),
                                said.measureCode(),
                                said.figure()
                                        .reportedValue()
                                        .map(value -> value.signum() == 0
                                                ? "0"
                                                : value.stripTrailingZeros().toPlainString())
                                        .orElse(said.figure().statusWord()),
                                said.footnoteMark())
                        .strip())
                .toList();
    }

    private static List<String> issues(KeptSubmissions.Kept kept) {
        return kept.judgement().issues().stream()
                .map(issue -> issue.cell() + " " + issue.rule().code())
                .toList();
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("shared"), "nasties", name);
    }

    private static KeptSubmissions.Kept load(String file, String layout, ReportingMonth month) {
        KeptSubmissions kept = new KeptSubmissions();
        new SubmissionLoader(NastiesCatalogue.of(List.of(layout)), kept, ReadLimits.standard())
                .load(ReturnFolder.describe(file(file), month));
        return kept.kept().get(0);
    }
}
