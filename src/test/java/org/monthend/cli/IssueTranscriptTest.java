package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** What a steward reads of issues and says to them. */
class IssueTranscriptTest {

    private static final String REFERRALS = "returns/2015-12/referral-and-assessment-2015-12.xlsx";
    private static final String FINANCE = "returns/2015-12/finance_dec15.xlsx";

    private SampleInput input;

    @BeforeEach
    void copyTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-12");
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void tellsTheSameFromTheNewAndTheFixed() throws IOException {
        measure(1, "Children in Greed");
        measure(2, "Nobody knows");
        input.run("load");
        assertThat(issues("2015-12", "--return", "ra")).matches("""
                        Dec-15 · RA · referral-and-assessment-2015-12.xlsx \\(submission \\d+, attempt 1\\)
                         +\\d+  ERROR R205 at Return!A2, new, open since today: 'Children in Greed' is no measure of the catalogue. Use a name or code of the Measures sheet.
                         +\\d+  ERROR R205 at Return!A3, new, open since today: 'Nobody knows' is no measure of the catalogue. Use a name or code of the Measures sheet.
                         +\\d+  QUERY R404, new, open since today: the return says nothing of Children in Need per 10,000 population for December 2015. Add its row; write '-' if there is nothing to report.
                         +\\d+  QUERY R404, new, open since today: the return says nothing of Referral Rate per 10,000 population for December 2015. Add its row; write '-' if there is nothing to report.
                        Issues: same 0, new 4, fixed 0; explained 0.
                        """);

        // The first is mended and everything stands two rows further down.
        edit(REFERRALS, workbook -> {
            workbook.getSheet("Return").getRow(1).getCell(0).setCellValue("CIN_RATE");
            workbook.getSheet("Return").shiftRows(0, 40, 2);
        });
        input.run("load");
        assertThat(issues("--return", "RA")).matches("""
                        Dec-15 · RA · referral-and-assessment-2015-12.xlsx \\(submission \\d+, attempt 2\\)
                         +\\d+  ERROR R205 at Return!A5, same, open since today: 'Nobody knows' is no measure of the catalogue. Use a name or code of the Measures sheet.
                         +\\d+  QUERY R404, same, open since today: the return says nothing of Referral Rate per 10,000 population for December 2015. Add its row; write '-' if there is nothing to report.
                        Issues: same 2, new 0, fixed 2; explained 0.
                        """);
        assertThat(issues("--return", "RA", "--all"))
                .contains("ERROR R205 at Return!A2, fixed: 'Children in Greed' is no measure");
    }

    @Test
    void anExplanationHoldsUntilTheFiguresChange() throws IOException {
        Answer loaded = input.run("load");
        assertThat(loaded.out())
                .containsPattern("Issues: errors 0, queries 1, notes \\d+\\.\n")
                .containsPattern("  issue \\d+: QUERY R310 at finance_dec15.xlsx Summary!D6: £43.1M less");
        String number = number("R310");
        assertThat(input.run("explain", number, "--reason", "Agreed with the funder", "--by", "Jo")
                        .out())
                .isEqualTo(
                        "Issue %s (R310 of finance_dec15.xlsx, Dec-15) is explained by Jo. It stays so until its figures change.\n"
                                .formatted(number));
        assertThat(issues()).isEqualTo("Issues: same 0, new 0, fixed 0; explained 1.\n");
        assertThat(issues("--all"))
                .containsPattern("QUERY R310 at Summary!D6, new: £43.1M less .*\n"
                        + "        explained by Jo on \\d+ \\w+ \\d{4}: Agreed with the funder\n");

        // Another attempt in which the row has moved: the cause is the same.
        edit(FINANCE, workbook -> workbook.getSheet("Summary").shiftRows(0, 40, 1));
        Answer moved = input.run("load");
        assertThat(moved.out())
                .containsPattern("Issues: errors 0, queries 0, notes \\d+, explained 1\\.\n")
                .doesNotContain("QUERY R310");
        assertThat(issues("--all")).contains("QUERY R310 at Summary!D7, same: ").contains("explained by Jo");

        // The budget changes, and with it the cause, though the variance is the one that was explained.
        edit(
                FINANCE,
                workbook -> workbook.getSheet("Summary").getRow(6).getCell(1).setCellValue("£42.4M"));
        input.run("load");
        assertThat(issues())
                .containsPattern("QUERY R310 at Summary!D7, same, open since today: £43.1M less £42.4M")
                .endsWith("Issues: same 1, new 0, fixed 0; explained 0.\n");
        assertThat(number).isNotEqualTo(number("R310"));
    }

    @Test
    void onlyAQueryOrANoteIsExplained() throws IOException {
        measure(1, "Children in Greed");
        input.run("load");
        String number = number("R205");
        Answer refused = input.run("explain", number, "--reason", "we like it so");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "Issue %s (R205) cannot be explained, because its row was not loaded. Correct the cell and send the file again, or mend the catalogue, and run ./monthend load."
                                .formatted(number));
        measure(1, "CIN_RATE");
        input.run("load");
        assertThat(input.run("explain", number, "--reason", "we like it so").err())
                .isEqualToIgnoringNewLines(
                        "Issue %s is gone: the last attempt at RA for December 2015 no longer has it."
                                .formatted(number));
        assertThat(input.run("explain", "987654", "--reason", "why not").err())
                .isEqualToIgnoringNewLines("There is no issue 987654. ./monthend issues shows their numbers.");
        assertThat(input.run("explain", number, "--reason", " ").exitCode()).isEqualTo(2);
    }

    @Test
    void speaksJson() {
        input.run("load");
        assertThat(issues("--json")).matches("""
                        \\[
                          \\{"issue": \\d+, "month": "2015-12", "return": "FIN", "file": "finance_dec15.xlsx", "submission": \\d+, "attempt": 1, "rule": "R310", "severity": "query", "sheet": "Summary", "cell": "D6", "found": "\\+£917K", "message": "£43.1M less .*", "change": "new", "state": "open", "openSince": "[^"]*"\\}
                        \\]
                        """);
        assertThat(issues("2015-11", "--json")).isEqualTo("[]\n");
    }

    private String issues(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "issues";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Answer answer = input.run(command);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        return answer.out();
    }

    /** The number of the one open issue of the rule. */
    private String number(String rule) {
        return issues().lines()
                .filter(line -> line.contains(" " + rule + " "))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" ", 2)[0];
    }

    private void measure(int row, String name) throws IOException {
        edit(
                REFERRALS,
                workbook -> workbook.getSheet("Return").getRow(row).getCell(0).setCellValue(name));
    }

    private void edit(String path, Consumer<XSSFWorkbook> change) throws IOException {
        input.edit(path, change);
    }
}
