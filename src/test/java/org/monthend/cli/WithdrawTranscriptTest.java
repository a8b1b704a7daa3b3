package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.warehouse.WarehouseContents;

/** What becomes of a return that should never have counted. */
class WithdrawTranscriptTest {

    private static final String REFERRALS = "returns/2015-12/referral-and-assessment-2015-12.xlsx";

    private SampleInput input;

    @BeforeEach
    void loadTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-12");
        input.run("load");
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void aWithdrawnReturnCountsAsNeverReceivedAndStaysInTheHistory() throws SQLException {
        Map<String, String> before = WarehouseContents.of(input.database());
        Answer dry = withdraw("RA", "--dry-run");
        assertThat(WarehouseContents.of(input.database())).isEqualTo(before);

        Answer answer = withdraw("RA");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .isEqualTo(dry.out().substring(dry.out().indexOf('\n') + 1))
                .startsWith(
                        "RA of Dec-15 is withdrawn (referral-and-assessment-2015-12.xlsx): 8 figures count no longer.\n")
                .containsPattern("  REFERRAL_RATE \\(.*\\), TRUST, Dec-15: .* → withdrawn\n")
                .containsPattern("  REFERRAL_RATE .*\n    Dec-15: .*\n    latest: \\d+ → not received\n");
        assertThat(ask("""
                        select revision_no, value_status, figure is null, revision_reason
                        from mart.measure_history
                        where measure_code = 'REFERRAL_RATE'
                        order by revision_no
                        """)).isEqualTo("""
                        0 | reported | f |\s
                        1 | not_received | t | withdrawn by Jo: sent for the wrong month""");
        assertThat(ask("select value_status from mart.measure_value where measure_code = 'REFERRAL_RATE'"))
                .isEqualTo("not_received");
        assertThat(ask("select verdict, attempt_no from etl.standing_submission where return_code = 'RA'"))
                .isEqualTo("withdrawn | 2");
        assertThat(ask("select file_state from etl.file_standing where return_code = 'RA'"))
                .isEqualTo("withdrawn");
        assertThat(input.run("withdraw", "2015-12", "RA", "--reason", "again").err())
                .isEqualToIgnoringNewLines(
                        "No file of return RA counts for December 2015: there is nothing to withdraw.");
    }

    /** Every kind of fact is taken back, and every reader of them knows. */
    @Test
    void theScorecardIsAsIfTheReturnsHadNeverCome(@TempDir Path other) throws IOException, SQLException {
        for (String code : new String[] {"RA", "FIN", "CA", "IA", "PRJ"}) {
            assertThat(withdraw(code).exitCode()).isZero();
        }
        try (SampleInput without = new SampleInput(other, "2015-12")) {
            for (String file : new String[] {
                "referral-and-assessment-2015-12.xlsx",
                "finance_dec15.xlsx",
                "case-audits-2015-12.xlsx",
                "Internal Audit Dec 2015.xlsx",
                "Project highlight report Dec-15.xlsx"
            }) {
                Files.delete(without.file("returns/2015-12/" + file));
            }
            without.run("load");
            String printed = """
                    select block_code, line_code, column_code, printed_text, figure, value_status
                    from dw.fact_scorecard_figure
                    order by 1, 2, 3
                    """;
            assertThat(ask(printed)).isEqualTo(WarehouseContents.ask(without.database(), printed));
        }
        for (String check : checks()) {
            assertThat(ask(check)).as(check).isEmpty();
        }
    }

    private static List<String> checks() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Path.of("sql", "checks"))) {
            files = folder.toList();
        }
        List<String> checks = new ArrayList<>();
        for (Path file : files) {
            checks.add(Files.readString(file));
        }
        return checks;
    }

    @Test
    void onlyALaterFileOrARerunOfTheReturnBringsItBack() throws IOException, SQLException {
        withdraw("RA");
        assertThat(input.run("load").out())
                .startsWith("Nothing to do: 9 returns")
                .contains("2015-12/referral-and-assessment-2015-12.xlsx does not count: return RA was withdrawn."
                        + " ./monthend rerun 2015-12 --return RA brings it back.");
        assertThat(input.run("rerun", "2015-12").out()).startsWith("Nothing changed: 9 returns judged again");
        // A mended catalogue reads all files anew, but not this one.
        input.edit(
                "catalogue.xlsx",
                catalogue -> catalogue
                        .getSheet("Measures")
                        .getRow(1)
                        .getCell(1)
                        .setCellValue("Children in need, per 10,000"));
        input.run("load");
        assertThat(status()).isEqualTo("not_received");

        Answer back = input.run("rerun", "2015-12", "--return", "RA", "--reason", "it was right", "--by", "Jo");
        assertThat(back.out())
                .contains("REFERRAL_RATE (Referral Rate per 10,000 population), TRUST, Dec-15: nothing →");
        assertThat(status()).isEqualTo("reported");
        assertThat(input.run("rerun", "2015-12", "--return", "RA").out())
                .startsWith("Nothing changed: 1 return judged again, all as before.");

        withdraw("RA");
        Files.delete(input.file(REFERRALS));
        assertThat(input.run("rerun", "2015-12", "--return", "RA").out()).contains("loaded (from the bytes kept)");
        assertThat(status()).isEqualTo("reported");

        withdraw("RA");
        Files.copy(Path.of("input").resolve(REFERRALS), input.file(REFERRALS));
        input.edit(REFERRALS, workbook -> {
            Row row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(331);
            row.getCell(5).setBlank();
        });
        input.run("load");
        assertThat(status()).isEqualTo("reported");
    }

    private String status() throws SQLException {
        return ask("select value_status from mart.measure_value where measure_code = 'REFERRAL_RATE'");
    }

    private Answer withdraw(String code, String... more) {
        return input.run(Stream.concat(
                        Stream.of("withdraw", "2015-12", code, "--reason", "sent for the wrong month", "--by", "Jo"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String ask(String question) throws SQLException {
        return WarehouseContents.ask(input.database(), question);
    }
}
