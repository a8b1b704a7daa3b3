package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.MonthLocks;
import org.monthend.publish.ReadWorkbook;
import org.monthend.publish.ScorecardWorkbook;
import org.monthend.warehouse.AdvisoryLocks;

/** What a steward reads when a scorecard is published, corrected and published again, and an auditor who looks back. */
class PublishTranscriptTest {

    private static final String REFERRALS = "returns/2015-12/referral-and-assessment-2015-12.xlsx";

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
    void whatCannotBePublishedIsRefusedInASentence() throws SQLException {
        refused(
                "There is no scorecard of December 2015 to publish. Load its returns first: ./monthend load --month 2015-12");
        input.run("load");
        assertThat(input.run("publish", "2015-12", "--by", " ").err())
                .isEqualToIgnoringNewLines("A publication needs a name. Give --by NAME.");
        assertThat(input.run("publish", "2015-13", "--by", "Jane").err())
                .isEqualToIgnoringNewLines("'2015-13' is not a month. Write it as 2015-12.");
        sql("insert into etl.stale_scorecard (month_key) values (201512)");
        refused("The scorecard of December 2015 is not up to date: figures or the catalogue have changed since it was"
                + " computed. Run ./monthend load, look at it, and publish then.");
        sql("delete from etl.stale_scorecard");
        try (MonthLocks.Held held = new AdvisoryLocks(input.database().application(), Clock.systemUTC(), "process 1")
                .take(List.of(new ReportingMonth(2015, 12)))) {
            Answer answer = input.run("publish", "2015-12", "--by", "Jane");
            assertThat(answer.exitCode()).isEqualTo(75);
            assertThat(answer.err()).startsWith("December 2015 is held by process 1, since ");
        }
        Answer nothing = input.run("verify");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out())
                .matches("Checked: publications 0, kept files \\d+, statements with their revisions \\d+\\.\n"
                        + "Nothing has been published yet\\.\nDigest of the chain: 0{64}\n");
    }

    private void refused(String why) {
        Answer answer = input.run("publish", "2015-12", "--by", "Jane");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualToIgnoringNewLines(why);
    }

    @Test
    void aPublicationSaysWhatItIsPublishedWith() throws IOException, SQLException {
        Files.delete(input.file("returns/2015-12/YOS return Dec-15.xlsx"));
        input.run("load");
        Answer published = input.run("publish", "2015-12", "--by", "Jane Smith", "--note", "For the board");
        assertThat(published.exitCode()).isZero();
        assertThat(published.err()).isEmpty();
        assertThat(published.out()).matches("""
                        Edition 1 of December 2015 is published by Jane Smith with 1 open query and 1 return missing\\.
                          Query R310 at finance_dec15\\.xlsx Summary!D6: £43\\.1M less .*
                          Return YO is missing; it was due on 2016-01-\\d\\d\\.
                        Page and workbook: .*/2015-12/scorecard-edition-1\\.html and \\.xlsx, and scorecard\\.html and \\.xlsx beside them\\.
                        Publication 1, digest of the chain: [0-9a-f]{64}
                        Note the digest where nobody can change it; \\./monthend verify --expect DIGEST then proves that nothing up to it was altered or removed\\.
                        """);
        assertThat(Files.readString(newest("html")))
                .contains("Published edition")
                .containsPattern(
                        "published \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d by Jane Smith with 1 open query and 1 return missing");
        assertThat(rows("select note_text, open_queries, returns_missing, returns_refused from mart.scorecard_edition"))
                .containsExactly("For the board | 1 | 1 | 0");

        Answer again = input.run("publish", "2015-12", "--by", "Eve");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out())
                .matches("Nothing has changed since edition 1 of December 2015, which Jane Smith published on .*\n");
        assertThat(input.run("load").out()).startsWith("Nothing to do: ");
        assertThat(rows("select edition_no, edition_status from mart.edition_history"))
                .containsExactly("1 | published");
    }

    /** As when it was killed before both were there. */
    @Test
    void toPublishAgainPutsThereWhatIsMissingOfPageAndWorkbook() throws IOException {
        input.run("load");
        input.run("publish", "2015-12", "--by", "Jane Smith");
        byte[] page = Files.readAllBytes(numbered(1, "html"));
        Files.delete(numbered(1, "html"));
        Path unfinished =
                Files.write(numbered(1, "html").resolveSibling(".scorecard-edition-1.html.part"), new byte[9]);

        Answer again = input.run("publish", "2015-12", "--by", "Jane Smith");

        assertThat(again.out())
                .startsWith("Nothing has changed since edition 1 of December 2015")
                .contains("Page and workbook: ");
        assertThat(Files.readAllBytes(numbered(1, "html"))).isEqualTo(page);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aCorrectionIsADraftOfTheNextEditionUntilItIsPublished() throws IOException, SQLException {
        input.run("load");
        input.run("publish", "2015-12", "--by", "Jane Smith");
        byte[] published = Files.readAllBytes(newest("html"));

        restateReferrals(100);
        Answer loaded = input.run("load");
        String notice = "In force is edition 1, published \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d by Jane Smith\\."
                + " This draft revises it \\(3 differences in all, listed in the workbook\\):\n"
                + "  Referral Rate per 10,000 population: latest 44 → 59"
                + " \\(restated by referral-and-assessment-2015-12\\.xlsx on \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d\\)\\.\n";
        assertThat(loaded.out())
                .containsPattern(
                        "^Corporate Scorecard for month: Dec-15 · Children's Services Trust · edition 2 \\(draft\\)\n"
                                + notice);
        assertThat(Files.readString(newest("html"))).contains("Draft edition").contains("latest 44 → 59");
        assertThat(Files.readAllBytes(numbered(1, "html"))).isEqualTo(published);
        assertThat(rows("select edition_no, edition_status, latest_text from mart.scorecard"
                        + " where measure_code = 'REFERRAL_RATE'"))
                .as("for BI tools the published edition counts")
                .containsExactly("1 | published | 44");
        assertThat(rows("select edition_no, earlier_text, later_text from mart.edition_difference"
                        + " where edition_status = 'draft'"))
                .containsExactly("2 | 44 | 59");
        assertThat(rows("select measure_code, published_figure::int, current_figure::int"
                        + " from mart.revision_since_publication"))
                .containsExactly("REFERRAL_RATE | 44 | 59");

        Answer second = input.run("publish", "2015-12", "--by", "Ada Lovelace");
        assertThat(second.out())
                .startsWith("Edition 2 of December 2015 is published by Ada Lovelace with 2 open queries.\n")
                .contains("It supersedes edition 1 and says what it revises: 3 differences.\n")
                .contains("Publication 2, digest of the chain: ");
        assertThat(Files.readString(newest("html"))).contains("This edition revises edition 1, published ");
        assertThat(ReadWorkbook.read(Files.readAllBytes(newest("xlsx")))
                        .shown(ScorecardWorkbook.REVISIONS, "REFERRAL_RATE", "File"))
                .isEqualTo("referral-and-assessment-2015-12.xlsx");
        assertThat(rows("select edition_no, edition_status from mart.edition_history order by 1"))
                .containsExactly("1 | superseded", "2 | published");

        Path page = input.output().resolve("looked-at.html");
        Answer shown = input.run("scorecard", "2015-12", "--edition", "1", "--html", page.toString());
        assertThat(shown.out())
                .matches("The page of edition 1 as it was published is in .*looked-at\\.html\\."
                        + " It has been superseded by edition 2 on .* \\(UK time\\)\\.\n");
        assertThat(Files.readAllBytes(page)).as("byte for byte").isEqualTo(published);
        assertThat(input.run("scorecard", "2015-12", "--edition", "1").out())
                .containsPattern("edition 1 \\(superseded\\)\n"
                        + "Edition 1 · published .* by Jane Smith with 1 open query · superseded by edition 2 on ");
        assertThat(input.run("scorecard", "2015-12").out()).contains("edition 2 (published)");
        assertThat(input.run("scorecard", "2015-12", "--edition", "3").err())
                .isEqualToIgnoringNewLines(
                        "There is no edition 3 of December 2015; its newest is edition 2 (published).");
        assertThat(input.run("scorecard", "2015-11").err())
                .isEqualToIgnoringNewLines(
                        "There is no scorecard of November 2015. Load its returns first: ./monthend load --month 2015-11");
    }

    @Test
    void aDraftThatSaysAgainWhatIsPublishedIsGone() throws IOException, SQLException {
        input.run("load");
        input.run("publish", "2015-12", "--by", "Jane Smith");
        byte[] published = Files.readAllBytes(newest("html"));
        byte[] workbook = Files.readAllBytes(newest("xlsx"));
        restateReferrals(100);
        input.run("load");
        assertThat(rows("select max(edition_no) from mart.edition_history")).containsExactly("2");

        restateReferrals(-100);
        assertThat(input.run("load").out()).contains("edition 1 (published)");
        assertThat(rows("select edition_no, edition_status from mart.edition_history"))
                .containsExactly("1 | published");
        assertThat(Files.readAllBytes(newest("html"))).isEqualTo(published);
        assertThat(Files.readAllBytes(newest("xlsx"))).isEqualTo(workbook);
        assertThat(rows("select * from mart.revision_since_publication")).isEmpty();
        assertThat(input.run("publish", "2015-12", "--by", "Jane").out()).startsWith("Nothing has changed since");
        assertThat(input.run("verify").exitCode()).isZero();
    }

    @Test
    void aWithdrawalIsARevisionThatSaysWhoWithdrewAndWhy() throws IOException {
        input.run("load");
        input.run("publish", "2015-12", "--by", "Jane Smith");
        input.run("withdraw", "2015-12", "YO", "--reason", "wrong team", "--by", "Jo");
        assertThat(input.run("scorecard", "2015-12").out())
                .containsPattern("edition 2 \\(draft\\)\nIn force is edition 1, .*\n"
                        + "  Young Offenders in EET \\(quarterly figure\\): latest 93% → not received"
                        + " \\(withdrawn by Jo: wrong team on \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d\\)\\.\n");
        assertThat(input.run("publish", "2015-12", "--by", "Jane Smith").out())
                .startsWith(
                        "Edition 2 of December 2015 is published by Jane Smith with 1 open query and 1 return missing.");
    }

    @Test
    void anAuditorNotesADigestAndHoldsTheChainAgainstIt() throws IOException, SQLException {
        input.run("load");
        String first = digest(input.run("publish", "2015-12", "--by", "Jane Smith"));
        restateReferrals(100);
        input.run("load");
        String second = digest(input.run("publish", "2015-12", "--by", "Ada Lovelace"));

        Answer sound = input.run("verify", "--expect", first.toUpperCase(java.util.Locale.ROOT));
        assertThat(sound.exitCode()).isZero();
        assertThat(sound.err()).isEmpty();
        assertThat(sound.out()).matches("""
                        Checked: publications 2, kept files \\d+, statements with their revisions [\\d,]+\\.
                        The digest that was noted is that of publication 1 of 2\\.
                        Nothing that was published has been altered\\.
                        Digest of the chain: %s
                        """.formatted(second));
        assertThat(input.run("verify", "--json").out())
                .matches(
                        "\\{\"sound\": true, \"publications\": 2, \"publicCopies\": 0, \"keptFiles\": \\d+, \"statements\": \\d+, \"head\": \"%s\", \"headOfPublicCopies\": \"0{64}\", \"violations\": \\[\\]\\}\n"
                                .formatted(second));
        assertThat(input.run("verify", "--expect", "abc").err())
                .isEqualToIgnoringNewLines(
                        "'abc' is no digest. Give the 64 hexadecimal digits that ./monthend publish or verify printed.");

        sql("set session_replication_role = replica;"
                + " update dw.fact_scorecard_figure set printed_text = '43'"
                + " where edition_key = (select min(edition_key) from dw.dim_scorecard_edition)"
                + " and line_code = 'REFERRAL_RATE' and column_code = 'latest'");
        Answer altered = input.run("verify");
        assertThat(altered.exitCode()).isEqualTo(3);
        assertThat(altered.out()).matches("""
                        The content of edition 1 of December 2015 was altered after it was published\\.
                        Checked: publications 2, .*
                        NOT SOUND: 1 violation\\.
                        Digest of the chain: %s
                        """.formatted(second));
        assertThat(input.run("verify", "--expect", "e".repeat(64)).out())
                .contains("The digest that was noted, " + "e".repeat(64) + ", is not in the chain")
                .contains("NOT SOUND: 2 violations.");
    }

    private static String digest(Answer published) {
        return published
                .out()
                .lines()
                .filter(line -> line.startsWith("Publication "))
                .map(line -> line.substring(line.length() - 64))
                .findFirst()
                .orElseThrow();
    }

    /** The numerator of the month's referral rate, which the return gives by its parts alone. */
    private void restateReferrals(int more) throws IOException {
        input.edit(REFERRALS, workbook -> {
            var row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(row.getCell(3).getNumericCellValue() + more);
            if (row.getCell(5) != null) {
                row.removeCell(row.getCell(5));
            }
        });
    }

    private Path newest(String type) {
        return input.output().resolve("2015-12/scorecard." + type);
    }

    private Path numbered(int edition, String type) {
        return input.output().resolve("2015-12/scorecard-edition-%d.%s".formatted(edition, type));
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String question) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(row.getString(column));
                }
                rows.add(String.join(" | ", columns));
            }
            return rows;
        }
    }
}
