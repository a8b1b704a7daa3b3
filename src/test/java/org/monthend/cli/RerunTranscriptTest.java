package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.warehouse.WarehouseContents;

/** What a steward sees of a month that is run again, on the real sample. */
class RerunTranscriptTest {

    private static final String REFERRALS = "returns/2015-08/referral-and-assessment-2015-08.xlsx";

    /** All but the books of runs; and a draft tells as of when it is. */
    private static final String UNCHANGED = "etl.load_run|batch.*|dw.dim_scorecard_edition";

    private SampleInput input;

    @BeforeEach
    void copyTheLoadedSample(@TempDir Path folder) throws IOException {
        input = SampleInput.loaded(folder);
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void aRerunOfUnchangedInputChangesNothingAndSaysSo() throws SQLException {
        Map<String, String> before = WarehouseContents.of(input.database(), UNCHANGED);
        Answer answer = input.run("rerun", "2015-11", "--reason", "to be sure", "--by", "Jo");
        assertThat(answer.out()).isEqualTo("Nothing changed: 9 returns judged again, all as before.\n");
        assertThat(answer.exitCode()).isZero();
        assertThat(WarehouseContents.of(input.database(), UNCHANGED)).isEqualTo(before);
        assertThat(ask("select month_key, requested_by, request_reason, run_status from etl.load_run"
                        + " order by load_run_id desc limit 1"))
                .isEqualTo("201511 | Jo | to be sure | succeeded");
        assertThat(input.output().resolve("2015-11/scorecard.html")).exists();

        Answer dry = input.run("rerun", "2015-11", "--dry-run");
        assertThat(dry.out()).isEqualTo("Dry run: nothing would change: 9 returns judged again, all as before.\n");
    }

    @Test
    void aDryRunShowsWhatTheRerunThenDoesAndChangesNothing() throws IOException, SQLException {
        restate(60);
        Map<String, String> before = WarehouseContents.of(input.database());
        Answer dry = input.run("rerun", "2015-08", "--reason", "recount", "--by", "Jo", "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).matches("""
                Dry run: nothing was changed. The same command without --dry-run does this:
                9 returns judged again: 8 as before, 1 otherwise.
                  RA · referral-and-assessment-2015-08.xlsx: loaded, 1 figure new or revised
                Figures:
                  REFERRAL_RATE \\(Referral Rate per 10,000 population\\), TRUST, Aug-15: \\S+ \\(\\d+ of \\d+\\) → \\S+ \\(\\d+ of \\d+\\)
                Scorecard of Aug-15:
                  REFERRAL_RATE \\(Referral Rate per 10,000 population\\)
                    Aug-15: \\S+ → \\S+
                    latest: \\d+ → \\d+
                    6-month trend: .*
                    forecast: \\S+ in Sep-15 \\(80%: \\S+ to \\S+\\) → \\S+ in Sep-15 \\(80%: \\S+ to \\S+\\)
                    variation: usually \\S+ to \\S+, .* → usually \\S+ to \\S+, .*
                    outturn: .* → .*
                Scorecard of Sep-15:
                  REFERRAL_RATE .*
                (    .*
                )+Scorecard of Oct-15:
                  REFERRAL_RATE .*
                    Aug-15: \\S+ → \\S+
                    2015/16 Qtr2: \\d+ → \\d+
                (    .*
                )+Scorecard of Nov-15:
                  REFERRAL_RATE .*
                (    .*
                )+Scorecard of Dec-15:
                  REFERRAL_RATE .*
                    Aug-15: \\S+ → \\S+
                    2015/16 Qtr2: \\d+ → \\d+
                (    .*
                )*    forecast: \\S+ in Jan-16 .*
                (    .*
                )+""");
        String page = Files.readString(Path.of("docs", "returns.md"));
        assertThat(dry.out())
                .startsWith(page.substring(page.indexOf("Dry run:"), page.indexOf("```", page.indexOf("Dry run:"))));
        assertThat(WarehouseContents.of(input.database())).isEqualTo(before);
        assertThat(input.output()).doesNotExist();

        Answer real = input.run("rerun", "2015-08", "--reason", "recount", "--by", "Jo");
        assertThat(real.out()).isEqualTo(dry.out().substring(dry.out().indexOf('\n') + 1));
        assertThat(ask("""
                        select measure_code, revision_no, revision_reason, file_name, recorded_at > now() - interval '1 hour'
                        from mart.measure_history
                        where revision_no > 0
                        """))
                .isEqualTo("REFERRAL_RATE | 1 | restated by referral-and-assessment-2015-08.xlsx: recount"
                        + " | referral-and-assessment-2015-08.xlsx | t");
        assertThat(input.output().resolve("2015-12/scorecard.html")).exists();
        assertThat(input.run("rerun", "2015-08").out()).startsWith("Nothing changed: 9 returns judged again");
    }

    @Test
    void aPublishedMonthGetsADraftOfTheNextEdition() throws IOException {
        Answer published = input.run("publish", "2015-08", "--by", "Jo");
        assertThat(published.exitCode()).as(published.err()).isZero();
        assertThat(input.run("rerun", "2015-08").out()).startsWith("Nothing changed: 9 returns");
        restate(60);
        assertThat(input.run("rerun", "2015-08", "--dry-run", "--json").out())
                .containsPattern(
                        "\\{\"change\": \"issue\", \"month\": \"2015-08\", \"return\": \"RA\", \"file\":"
                                + " \"referral-and-assessment-2015-08.xlsx\", \"severity\": \"query\", \"rule\": \"R504\","
                                + " \"sheet\": \"Return\", \"cell\": \"D3\", \"found\": \"\\d+ \\(502 of 66150\\)\", \"message\": \"[^\"]+\"\\}");
        Answer first = input.run("rerun", "2015-08", "--reason", "recount");
        assertThat(first.out())
                .containsPattern("  RA · referral-and-assessment-2015-08\\.xlsx: loaded with queries, 1 figure new or"
                        + " revised\n    QUERY R504 at Return!D3: Referral Rate per 10,000 population of Aug-15 for TRUST"
                        + " was \\S+ \\(\\d+ of \\d+\\) and is now .*\n")
                .contains("Scorecard of Aug-15, a draft of edition 2; edition 1 stays as it was published:\n");
        // It is the same restatement still, and someone has still to explain it.
        assertThat(input.run("rerun", "2015-08").out()).startsWith("Nothing changed: 9 returns judged again");
        assertThat(input.run("issues", "2015-08").out()).contains("QUERY R504");
        restate(-60);
        Answer back = input.run("rerun", "2015-08", "--reason", "the first count was right");
        assertThat(back.out()).contains("Scorecard of Aug-15");
        assertThat(input.run("scorecard", "2015-08").out()).contains("edition 1 (published)");
    }

    @Test
    void aLaterMonthThatAnotherRunHoldsStaysMarked() throws IOException, SQLException {
        restate(60);
        try (Connection other = input.database().owner().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(73002, 201512)");
            Answer answer = input.run("rerun", "2015-08");
            assertThat(answer.err()).contains("The scorecard of Dec-15 is out of date, and was left so:");
            assertThat(answer.out()).contains("Scorecard of Nov-15:").doesNotContain("Scorecard of Dec-15:");
        }
        assertThat(ask("select distinct month_key from etl.stale_scorecard")).isEqualTo("201512");
        input.run("load", "--month", "2015-12");
        assertThat(ask("select count(*) from etl.stale_scorecard")).isEqualTo("0");
    }

    @Test
    void tellsAProgramEveryChange() throws IOException {
        restate(60);
        assertThat(input.run("rerun", "2015-08", "--reason", "recount", "--dry-run", "--json")
                        .out())
                .startsWith("[\n")
                .containsPattern("\\{\"change\": \"return\", \"month\": \"2015-08\", \"return\": \"RA\", \"file\":"
                        + " \"referral-and-assessment-2015-08.xlsx\", \"verdict\": \"loaded\", \"outcome\":"
                        + " \"otherwise\", \"figures\": 1, \"trouble\": \"\"}")
                .containsPattern("\\{\"change\": \"figure\", \"month\": \"2015-08\", \"kind\": \"measure\", \"code\":"
                        + " \"REFERRAL_RATE\", \"organisation\": \"TRUST\", \"before\": \"[^\"]+\", \"after\": \"[^\"]+\","
                        + " \"reason\": \"restated by referral-and-assessment-2015-08.xlsx: recount\"}")
                .containsPattern("\\{\"change\": \"scorecard\", \"month\": \"2015-12\", \"block\": \"measures\","
                        + " \"line\": \"REFERRAL_RATE\", \"item\": \"2015/16 Qtr2\", \"before\": \"\\d+\"")
                .endsWith("]\n");
    }

    @Test
    void aLoadCanBeRehearsedToo() throws IOException, SQLException {
        restate(60);
        Map<String, String> before = WarehouseContents.of(input.database());
        Answer dry = input.run("load", "--month", "2015-08", "--dry-run");
        assertThat(dry.out())
                .startsWith("Dry run: nothing was changed.")
                .contains("1 return judged: 0 as before, 1 otherwise.")
                .contains("Scorecard of Dec-15:");
        assertThat(WarehouseContents.of(input.database())).isEqualTo(before);
        assertThat(input.output()).doesNotExist();
    }

    @Test
    void saysWhatIsAskedAmiss() {
        assertThat(input.run("rerun", "2015-12", "--return", "xx").err())
                .startsWith("There is no return XX. The catalogue has: RA, ");
        assertThat(input.run("rerun", "2016-02").err())
                .isEqualToIgnoringNewLines(
                        "Nothing of any return has come for February 2016: there is no file to run again.");
        assertThat(input.run("rerun", "Dec-15").err())
                .isEqualToIgnoringNewLines("'Dec-15' is not a month. Write it as 2015-12.");
    }

    private void restate(int more) throws IOException {
        input.edit(REFERRALS, workbook -> {
            Row row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(row.getCell(3).getNumericCellValue() + more);
            row.getCell(5).setBlank();
        });
    }

    private String ask(String question) throws SQLException {
        return WarehouseContents.ask(input.database(), question);
    }
}
