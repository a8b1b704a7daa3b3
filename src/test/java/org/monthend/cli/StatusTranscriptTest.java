package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** What a steward sees first in the morning, and what is done about it. */
class StatusTranscriptTest {

    private static final String FOLDER = "returns/2015-12/";

    private final Path folder;
    private final SampleInput input;

    StatusTranscriptTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.input = new SampleInput(folder, "2015-12");
    }

    @BeforeEach
    void disturbTheMonth() throws IOException, SQLException {
        takeAway("Child protection Dec-15.xlsx");
        takeAway("Project highlight report Dec-15.xlsx");
        takeAway("Internal Audit Dec 2015.xlsx");
        takeAway("case-audits-2015-12.xlsx");
        Files.writeString(input.file(FOLDER + "HR workforce December 2015.xlsx"), "no workbook at all, just words");
        input.edit(
                FOLDER + "referral-and-assessment-2015-12.xlsx",
                workbook -> workbook.getSheet("Return").getRow(1).getCell(0).setCellValue("Children in Greed"));
        Files.copy(input.file(FOLDER + "finance_dec15.xlsx"), input.file(FOLDER + "notes.xlsx"));
        Files.writeString(input.file(FOLDER + "minutes.csv"), "Who,What\nJo,Nothing\n");
        assertThat(input.run("load").exitCode()).isEqualTo(3);
        sql("""
                update etl.return_submission set decided_at = '2016-01-11 09:12+00';
                update etl.load_run set started_at = '2016-01-11 09:12+00', ended_at = '2016-01-11 09:13+00';
                update etl.return_expectation set recorded_at = '2016-01-04 02:00+00', missed_at = '2016-01-11 09:12+00';
                """);
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void saysOfEachReturnWhatCameOfIt() throws IOException {
        assertThat(input.run("waive", "2015-12", "ia", "--reason", "No audits in December", "--by", "Jo")
                        .out())
                .isEqualToIgnoringNewLines(
                        "IA need not come for December 2015, says Jo. If it comes all the same, it counts; --undo takes this back.");
        bringBack("case-audits-2015-12.xlsx");
        Files.writeString(input.file(FOLDER + "~$finance_dec15.xlsx"), "Jo");

        assertThat(status("2015-12", "--on", "2016-01-13")).isEqualTo("""
                Returns of December 2015, as on Wednesday 13 January 2016
                   Return  Due     Standing                        Came    Try  File
                !  RA      11 Jan  partly accepted, 1 of 8 rows    11 Jan  1    referral-and-assessment-2015-12.xlsx
                                   rejected, 1 query open
                !  CP      11 Jan  OVERDUE by 2 working days                    (Child protection)
                   CIC     12 Jan  accepted                        11 Jan  1    Children in Care return December
                                                                                2015.xlsx
                   PCL     13 Jan  accepted                        11 Jan  1    permanence_care_leavers_2015-12.xlsx
                   YO      15 Jan  accepted                        11 Jan  1    YOS return Dec-15.xlsx
                !  WF      13 Jan  refused: the table is not       11 Jan  1    HR workforce December 2015.xlsx
                                   where the layout says (R101)
                !  CA      14 Jan  has come, not loaded yet                     (Case audits)
                !  FIN     14 Jan  accepted, 1 query open          11 Jan  1    finance_dec15.xlsx
                   IA      15 Jan  waived by Jo on 12 Jan 16: No                (Internal audit)
                                   audits in December
                   PRJ     15 Jan  missing, due in 2 working days               (Projects)

                Files of the folder
                  case-audits-2015-12.xlsx  not loaded yet
                  finance_dec15.xlsx        someone has it open in Excel
                  minutes.csv               fits no return of the catalogue; name it as the Returns sheet says, or
                                            take it away
                  notes.xlsx                the same bytes as 'finance_dec15.xlsx'; one of them is enough

                The month
                  Scorecard  draft of edition 1, up to date
                  Last run   11 Jan 2016 09:12 UTC, succeeded

                Next
                  Load what is new: ./monthend load --month 2015-12
                  Fix 1 row of RA: ./monthend annotate 7 marks them; then ./monthend load
                  Fix WF: ./monthend annotate 7 marks what is wrong; then ./monthend load
                  Explain or correct 1 query of FIN: ./monthend issues 2015-12 --return FIN
                  Give 'minutes.csv' the name of its return, then ./monthend load
                  Write to 4 senders: ./monthend status 2015-12 --chase
                """);
    }

    /** Due on the 11th, looked for in vain on the 13th, found on the 14th. */
    @Test
    void whatComesAfterItWasMissedIsLate() throws IOException, SQLException {
        sql("update etl.return_expectation set missed_at = '2016-01-13 02:00+00' where return_code = 'CP'");
        bringBack("Child protection Dec-15.xlsx");
        input.run("load");
        sql("update etl.return_submission set decided_at = '2016-01-14 02:00+00' where return_code = 'CP'");

        assertThat(status("2015-12", "--on", "2016-01-14"))
                .containsPattern("   CP      11 Jan  accepted, at least 2 working +14 Jan  1 .*\\n +days late\\n");
        input.run("load");
        assertThat(
                        one(
                                "select received_date, working_days_late, is_late_pattern from mart.return_status where return_code = 'CP'"))
                .isEqualTo("2016-01-14 2 f");
        assertThat(one("select count(*) from mart.return_status where working_days_late is not null"))
                .isEqualTo("1");
        assertThat(one("""
                        select string_agg(return_code, ' ' order by return_code)
                        from etl.return_expectation
                        where missed_at > '2020-01-01'
                        """)).isEqualTo("CA IA PRJ WF");
    }

    @Test
    void aLaterFileThatWasRefusedLeavesTheEarlierOneInForce() throws IOException {
        Files.writeString(input.file(FOLDER + "finance_december.xlsx"), "no workbook at all, just other words");
        input.run("load");

        assertThat(status("2015-12", "--on", "2016-01-13"))
                .containsPattern("!  FIN +14 Jan  refused: the table is not")
                .containsPattern("layout\\s+says\\s+\\(R101\\);\\s+attempt\\s+1\\s+counts\\s+still\n")
                .containsPattern(
                        "finance_dec15.xlsx +counts for FIN still, because nothing of a later file was loaded\n")
                .contains("\n  Fix FIN: ./monthend annotate 7 marks what is wrong");
    }

    @Test
    void aWithdrawnReturnIsToBeAskedForAnew() throws SQLException {
        input.run("withdraw", "2015-12", "YO", "--reason", "It was another service's", "--by", "Jo");
        assertThat(status("2015-12", "--on", "2016-01-13"))
                .containsPattern("!  YO +15 Jan  withdrawn ")
                .contains("\n  Ask for YO anew, or ./monthend waive 2015-12 YO --reason TEXT\n");
        assertThat(one("select return_status from mart.return_status where return_code = 'YO'"))
                .isEqualTo("withdrawn");
        input.run("waive", "2015-12", "YO", "--reason", "They have none", "--by", "Jo");
        assertThat(one("select return_status from mart.return_status where return_code = 'YO'"))
                .isEqualTo("waived");
        assertThat(status("2015-12", "--on", "2016-01-13").replaceAll("\\s+", " "))
                .containsPattern("YO 15 Jan waived by Jo on .*what came is");
    }

    @Test
    void aWaivedReturnThatComesAllTheSameCounts() throws IOException, SQLException {
        input.run("waive", "2015-12", "PRJ", "--reason", "The office is closed", "--by", "Jo");
        assertThat(status("2015-12", "--on", "2016-02-01")).containsPattern("PRJ .*waived by Jo on .*: The");
        assertThat(
                        one(
                                "select return_status, waived_reason, waived_by from mart.return_status where return_code = 'PRJ'"))
                .isEqualTo("waived The office is closed Jo");
        bringBack("Project highlight report Dec-15.xlsx");
        input.run("load");
        assertThat(status("2015-12", "--on", "2016-02-01")).containsPattern("PRJ +15 Jan  accepted ");
        Answer late = input.run("waive", "2015-12", "PRJ", "--reason", "Too late", "--by", "Jo");
        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err())
                .matches(
                        "PRJ for December 2015 has come and is loaded \\(submission \\d+\\), so there is nothing to waive.\\R");
    }

    @Test
    void aWaiverIsTakenBackAndBothWordsAreKept() throws SQLException {
        input.run("waive", "2015-12", "CP", "--reason", "System down", "--by", "Jo");
        assertThat(input.run("waive", "2015-12", "CP", "--undo", "--reason", "System is up", "--by", "Kim")
                        .out())
                .isEqualToIgnoringNewLines("CP must come for December 2015 after all, says Kim.");
        assertThat(status("2015-12", "--on", "2016-01-13")).containsPattern("CP +11 Jan  OVERDUE by 2 working days");
        assertThat(one("""
                        select string_agg(concat_ws('/', is_waived, reason_text, waived_by), ' ' order by return_waiver_id)
                        from etl.return_waiver
                        """)).isEqualTo("t/System down/Jo f/System is up/Kim");
        assertThat(input.run("waive", "2015-12", "CP", "--undo", "--reason", "Again", "--by", "Kim")
                        .err())
                .isEqualToIgnoringNewLines("CP is not waived for December 2015.");
        assertThat(input.run("waive", "2015-11", "YO", "--reason", "No need", "--by", "Kim")
                        .err())
                .isEqualToIgnoringNewLines("YO is not due for November 2015, so there is nothing to waive.");
        assertThat(input.run("waive", "2015-12", "XX", "--reason", "No need", "--by", "Kim")
                        .err())
                .isEqualToIgnoringNewLines(
                        "The catalogue has no return 'XX'. It has RA, CP, CIC, PCL, YO, WF, CA, FIN, IA, PRJ.");
        assertThat(input.run("waive", "2015-12", "CP", "--reason", " ", "--by", "Kim")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void showsTheMonthInHandAndALineForEachOfTheLast() {
        assertThat(status("--on", "2016-02-03"))
                .startsWith("Returns of January 2016, as on Wednesday 3 February 2016\n")
                .endsWith("""

                        The last 2 months
                             Jan-16  0 of 9   9 to come                                                         no scorecard
                          !  Dec-15  5 of 10  4 overdue, 1 refused, 1 partly accepted, 2 queries open, 1 of no  draft
                                              return
                        """);
        assertThat(status("--on", "2016-07-01"))
                .startsWith("December 2015 is the newest month with returns. Those of June 2016 fall due now:"
                        + " ./monthend status 2016-06\n\nReturns of December 2015, as on Friday 1 July 2016\n");
    }

    @Test
    void writesOneMailToEachSender() {
        assertThat(status("2015-12", "--chase", "--on", "2016-01-13", "--from", "Jo Bloggs <jo@trust.example>"))
                .isEqualTo("""
                        To: Referral and Response Service Manager <referral.response@trust.example>
                        Subject: Referral and assessment return for December 2015: please correct and send again
                        Attach: what ./monthend annotate 7 writes

                        Dear Referral and Response Service Manager,

                        Thank you for what you send us every month. One return still needs your
                        help, by Friday 15 January 2016 please.

                        Referral and assessment, December 2015: we loaded
                        'referral-and-assessment-2015-12.xlsx', but had to leave out 1 row.

                          - Return!A2: 'Children in Greed' is no measure of the catalogue. Use a
                            name or code of the Measures sheet.
                          - The return says nothing of Children in Need per 10,000 population for
                            December 2015. Add its row; write '-' if there is nothing to report.

                        The marked workbook is attached: it shows every cell that we ask about.

                        Please correct the cells in your own file and send the whole file again
                        under the same name.

                        If anything here is not as you know it, please tell us. Thank you for your
                        help.

                        Kind regards
                        Jo Bloggs
                        ----------------------------------------------------------------------------
                        To: Safeguarding Unit Manager <safeguarding.unit@trust.example>
                        Subject: Child protection return for December 2015: please send it

                        Dear Safeguarding Unit Manager,

                        Thank you for what you send us every month. One return still needs your
                        help, by Friday 15 January 2016 please.

                        Child protection, December 2015: it has not reached us. It was due on Monday
                        11 January 2016. Please send it to us in the usual way, or tell us if there
                        is nothing to report. If you have sent it already, please send it once more.

                        If anything here is not as you know it, please tell us. Thank you for your
                        help.

                        Kind regards
                        Jo Bloggs
                        ----------------------------------------------------------------------------
                        To: HR Business Partner <hr@trust.example>
                        Subject: Workforce return for December 2015: please correct and send again
                        Attach: what ./monthend annotate 7 writes

                        Dear HR Business Partner,

                        Thank you for what you send us every month. One return still needs your
                        help, by Friday 15 January 2016 please.

                        Workforce, December 2015: we could not load 'HR workforce December
                        2015.xlsx', and have nothing of it.

                          - HR workforce December 2015: layout TIDY does not fit: on sheet 'HR
                            workforce December 2015' it holds no row of headings. Put the heading
                            back as it was, or describe the new layout in the catalogue's Layouts
                            sheet.

                        The marked workbook is attached: it shows every cell that we ask about.

                        Please correct it and send the whole file again under the same name.

                        If anything here is not as you know it, please tell us. Thank you for your
                        help.

                        Kind regards
                        Jo Bloggs
                        ----------------------------------------------------------------------------
                        To: Finance Business Partner <finance@trust.example>
                        Subject: Finance return for December 2015: please confirm or correct
                        Attach: what ./monthend annotate 7 writes

                        Dear Finance Business Partner,

                        Thank you for what you send us every month. One return still needs your
                        help, by Friday 15 January 2016 please.

                        Finance, December 2015: we loaded 'finance_dec15.xlsx', but something in it
                        looks odd.

                          - Summary!D6: £43.1M less £42.3M lies between £0.70M and £0.90M, but the
                            variance is stated as +£917K. Confirm the variance with the finance
                            team, or correct it.

                        The marked workbook is attached: it shows every cell that we ask about.

                        Please tell us why it is right; or correct it in your own file and send the
                        whole file again under the same name.

                        If anything here is not as you know it, please tell us. Thank you for your
                        help.

                        Kind regards
                        Jo Bloggs
                        """);
    }

    @Test
    void writesDraftsWithTheMarkedWorkbooks() throws IOException {
        Path drafts = folder.resolve("drafts");
        String written = status(
                "2015-12", "--chase", "--on", "2016-01-13", "--from", "jo@trust.example", "--out", drafts.toString());
        assertThat(written.lines().map(line -> Path.of(line).getFileName().toString()))
                .containsExactly(
                        "referral.response@trust.example.eml",
                        "safeguarding.unit@trust.example.eml",
                        "hr@trust.example.eml",
                        "finance@trust.example.eml");
        String mail = Files.readString(drafts.resolve("finance@trust.example.eml"), StandardCharsets.US_ASCII);
        assertThat(mail)
                .startsWith("From: jo@trust.example\r\nTo: Finance Business Partner\r\n <finance@trust.example>\r\n")
                .contains("filename=\"finance_dec15-issues.xlsx\"");
        String[] parts = mail.split("--=_monthend_part(--)?\r\n");
        assertThat(new String(decoded(parts[1]), StandardCharsets.UTF_8)).contains("+£917K");
        Path workbook = folder.resolve("finance.xlsx");
        Files.write(workbook, decoded(parts[2]));
        assertThat(input.run("check", workbook.toString(), "--alone").out()).doesNotContain("UNREADABLE");
    }

    @Test
    void speaksJsonWhoseFieldsAreDocumented() throws IOException {
        input.run("waive", "2015-12", "IA", "--reason", "No audits", "--by", "Jo");
        String json = status("2015-12", "--json", "--on", "2016-01-13");
        assertThat(json)
                .startsWith(
                        "[\n  {\"month\":\"2015-12\",\"as_on\":\"2016-01-13\",\"owed\":10,\"received\":5,\"returns\":[")
                .contains(
                        "\"return\":\"CP\",\"name\":\"Child protection\",\"standing\":\"overdue\",\"due\":\"2016-01-11\","
                                + "\"timeliness\":\"overdue\",\"working_days_late\":2}")
                .contains("\"standing\":\"refused\"")
                .contains("\"reason\":\"LAYOUT_MISFIT\",\"rule\":\"R101\"");
        String page = Files.readString(Path.of("docs/status.md"));
        List<String> fields = Pattern.compile("\"([a-z0-9_]+)\":")
                .matcher(json)
                .results()
                .map(field -> "| " + field.group(1) + " |")
                .distinct()
                .toList();
        assertThat(fields).hasSizeGreaterThan(25).allMatch(page::contains);
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(input.run("status", "--json", "--chase").err()).contains("--json and --chase contradict each other");
        assertThat(input.run("status", "--out", "x").err()).contains("about the mails of --chase");
        assertThat(input.run("status", "--chase", "--from", "Jo\r\nBcc: a@b.example <jo>")
                        .err())
                .isEqualToIgnoringNewLines(
                        "'jo' is no e-mail address. Write it as jo@example.org, or as 'Jo Bloggs <jo@example.org>'.");
        assertThat(input.run("status", "--on", "13/01/2016").exitCode()).isEqualTo(2);
    }

    @Test
    void accusesNobodyOfMonthsBeforeTheFirst() {
        Answer before = input.run("status", "2015-11");
        assertThat(before.exitCode()).isEqualTo(2);
        assertThat(before.err())
                .isEqualToIgnoringNewLines(
                        "Nothing has come for November 2015, and nothing is asked for: the first month"
                                + " with returns is December 2015.");
        assertThat(input.run("status", "1999-01", "--chase").out()).isEmpty();
        assertThat(status("2015-12")).contains("Returns of December 2015");
        assertThat(status("2016-01")).contains("Returns of January 2016").contains("OVERDUE");
    }

    private static byte[] decoded(String part) {
        return Base64.getMimeDecoder()
                .decode(part.substring(part.indexOf("\r\n\r\n")).strip());
    }

    private void takeAway(String file) throws IOException {
        Files.move(input.file(FOLDER + file), input.file(file));
    }

    private void bringBack(String file) throws IOException {
        Files.move(input.file(file), input.file(FOLDER + file));
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The one row of the question, its columns with a blank between. */
    private String one(String question) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            StringJoiner columns = new StringJoiner(" ");
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                columns.add(row.getString(column));
            }
            return columns.toString();
        }
    }

    /** What the command prints; numbers of submissions depend on which file is done first. */
    private String status(String... arguments) {
        String[] command =
                Stream.concat(Stream.of("status"), Stream.of(arguments)).toArray(String[]::new);
        Answer answer = input.run(command);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines().filter(line -> !line.startsWith("  {"))).allMatch(line -> line.length() <= 130);
        return answer.out()
                .replaceAll("annotate \\d+", "annotate 7")
                .replaceAll("on \\d+ \\w+ \\d\\d:", "on 12 Jan 16:");
    }
}
