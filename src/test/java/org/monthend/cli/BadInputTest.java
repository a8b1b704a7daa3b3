package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** Bad input gets one clear sentence and the exit code of its kind, and nothing is half done. */
class BadInputTest {

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
    void saysWhereReturnsBelongWhenThereIsNoFolder() throws IOException {
        deleteRecursively(input.file("returns"));
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("There is no folder of returns at ").contains("2015-12");
        assertNothingLoaded();
    }

    @Test
    void saysThatTheCatalogueIsMissing() throws IOException {
        Files.delete(input.file("catalogue.xlsx"));
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).startsWith("There is no catalogue at ").contains("--input");
        assertThat(answer.err().lines()).hasSize(1);
        assertNothingLoaded();
    }

    @Test
    void namesEveryFaultOfTheCatalogueAtItsCell() throws IOException {
        input.edit("catalogue.xlsx", catalogue -> {
            catalogue.getSheet("Measures").getRow(1).getCell(8).setCellValue("parsecs");
            catalogue.getSheet("Returns").getRow(1).getCell(4).setCellValue("soon");
        });
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err())
                .contains("Measures!I2: Unit 'parsecs' is not known. Write one of: count, percent")
                .contains("Returns!E2:");
        assertNothingLoaded();
    }

    @Test
    void rejectsTheRowOfAnUnknownMeasureAndLoadsTheRest() throws IOException, SQLException {
        input.edit(
                "returns/2015-12/referral-and-assessment-2015-12.xlsx",
                workbook -> workbook.getSheet("Return").getRow(1).getCell(0).setCellValue("Children in Greed"));
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err())
                .contains("referral-and-assessment-2015-12.xlsx: partly loaded")
                .contains("ERROR R205 at Return!A2: 'Children in Greed' is no measure of the catalogue.");
        assertThat(count("etl.return_submission where verdict = 'partly_loaded' and rows_rejected = 1"))
                .isEqualTo(1);
        assertThat(count("mart.measure_value where measure_code = 'CIN_RATE'")).isZero();
        assertThat(count("mart.measure_value where measure_code = 'CPP_RATE'")).isPositive();
    }

    @Test
    void refusesACorruptWorkbookWholeAndLoadsTheOthers() throws IOException, SQLException {
        Path finance = input.file("returns/2015-12/finance_dec15.xlsx");
        rot(finance);
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("finance_dec15.xlsx: refused").contains("R001");
        assertThat(answer.err()).doesNotContain("Exception");
        assertThat(count("dw.fact_finance_position")).isZero();
        assertThat(count("etl.return_submission where verdict = 'refused'")).isEqualTo(1);
        assertThat(count("etl.return_submission where verdict like 'loaded%'")).isEqualTo(9);
    }

    @Test
    void takesTheMendedFileOnTheNextRunAndOnlyThat() throws IOException, SQLException {
        Path finance = input.file("returns/2015-12/finance_dec15.xlsx");
        byte[] bytes = Files.readAllBytes(finance);
        rot(finance);
        input.run("load");
        assertThat(input.run("load").out()).contains("1 refused waits for a corrected file");
        Files.write(finance, bytes);
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("£42.3M").contains("10 returns of 1 month loaded, 0 refused");
        assertThat(count("etl.return_submission")).isEqualTo(11);
    }

    /** It is the return's limit: the catalogue is the steward's own and is read as ever. */
    @Test
    void aLimitIsNamedByTheRefusalAndCanBeMoved() {
        String finance = input.file("returns/2015-12/finance_dec15.xlsx").toString();
        Answer refused = input.run("check", "--alone", "--limit", "rows=5", finance);
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out())
                .contains("refused (LIMIT_ROWS)")
                .contains("beyond the limit of 5 rows")
                .contains("--limit rows=");
        assertThat(input.run("check", "--alone", "--limit", "rows=50", finance).exitCode())
                .isZero();
        assertThat(input.run("check", "--alone", "--limit", "row=50", finance).err())
                .startsWith("There is no limit 'row'. Set one of: file-mb,");
    }

    /** The mistake is in the name alone, so the same bytes under the right one are news. */
    @Test
    void takesAFileThatWasRefusedForItsNameOnceItIsRenamed() throws IOException, SQLException {
        Path right = input.file("returns/2015-12/YOS return Dec-15.xlsx");
        Path wrong = right.resolveSibling("YOS return Nov-15.xlsx");
        Files.move(right, wrong);
        Answer refused = input.run("load");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("is named for November 2015");
        Files.move(wrong, right);
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(count("mart.measure_value where measure_code = 'YO_EET_PCT'"))
                .isPositive();
    }

    /** Half a file may be a whole one in a moment; if it is the same half later, it is refused. */
    @Test
    void looksAgainAtAFileThatBreaksOffAndRefusesItOnceItHasStoodStill() throws IOException, SQLException {
        Path finance = input.file("returns/2015-12/finance_dec15.xlsx");
        byte[] bytes = Files.readAllBytes(finance);
        Files.write(finance, Arrays.copyOf(bytes, bytes.length / 2));
        Answer first = input.run("load");
        assertThat(first.exitCode()).isEqualTo(5);
        assertThat(first.err())
                .contains("2015-12/finance_dec15.xlsx: deferred")
                .contains("R007")
                .contains("breaks off");
        assertThat(count("etl.return_submission")).isEqualTo(9);

        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update etl.unfinished_file set first_seen_at = first_seen_at - interval '2 minutes'");
        }
        Answer second = input.run("load");
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("finance_dec15.xlsx: refused").contains("R001");
        assertThat(count("etl.return_submission where reason_code = 'TRUNCATED'"))
                .isEqualTo(1);
    }

    /** Changes bytes in the middle, as a bad disk would. */
    private static void rot(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 40, (byte) 0x55);
        Files.write(file, bytes);
    }

    @Test
    void refusesAReturnOfAnotherMonth() throws IOException, SQLException {
        Files.copy(
                Path.of("input/returns/2015-09/YOS return Sep-15.xlsx"),
                input.file("returns/2015-12/YOS return Dec-15.xlsx"),
                StandardCopyOption.REPLACE_EXISTING);
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err())
                .contains("R102")
                .contains("September 2015, but it stands in the folder of December 2015");
        assertThat(count("mart.measure_value where measure_code = 'YO_EET_PCT'"))
                .isZero();
    }

    @Test
    void saysThatTheDatabaseIsNotThere() {
        Answer answer = input.runOn("postgresql://monthend:secret@127.0.0.1:1/monthend", "load");
        assertThat(answer.exitCode()).isEqualTo(5);
        assertThat(answer.err())
                .isEqualToIgnoringNewLines(
                        "The database cannot be reached: Connection to 127.0.0.1:1 refused. Check that it runs and that the URL is right, then run the same command again; nothing is half done.");
        assertThat(answer.err()).doesNotContain("secret");
        assertNothingDrawn();
    }

    @Test
    void givesWayToARunThatHoldsTheMonth() throws SQLException {
        try (Connection other = input.database().owner().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("set application_name = 'monthend: process 42, since 1 Jan 2016 09:00 UTC'");
            statement.execute("select pg_advisory_lock(73002, 201512)");
            Answer answer = input.run("load");
            assertThat(answer.exitCode()).isEqualTo(75);
            assertThat(answer.err())
                    .isEqualToIgnoringNewLines(
                            "December 2015 is held by process 42, since 1 Jan 2016 09:00 UTC. Wait until it has finished, then run the same command again.");
        }
        assertNothingLoaded();
        assertThat(input.run("load").exitCode()).isZero();
    }

    @Test
    void refusesAFileThatBelongsToNoReturn() throws IOException {
        Files.writeString(input.file("returns/2015-12/shopping list.csv"), "milk,2\n", StandardCharsets.UTF_8);
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("R002: 'shopping list.csv' fits no file name of the catalogue's returns");
    }

    @Test
    void asksForAMonthInItsForm() {
        Answer answer = input.run("load", "--month", "Dec-15");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).isEqualToIgnoringNewLines("'Dec-15' is not a month. Write it as 2015-12.");
    }

    private void assertNothingLoaded() {
        try {
            assertThat(count("etl.return_submission")).isZero();
            assertThat(count("dw.fact_measure_value")).isZero();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertNothingDrawn();
    }

    private void assertNothingDrawn() {
        assertThat(input.output()).doesNotExist();
    }

    private int count(String from) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select count(*) from " + from)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
