package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.warehouse.WarehouseContents;

/** What happens to a file: the rows of the table in docs/returns.md, each on real files through the commands. */
class FilePolicyTest {

    private static final String FOLDER = "returns/2015-12/";
    private static final String NAME = "referral-and-assessment-2015-12.xlsx";
    private static final String REFERRALS = FOLDER + NAME;

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
    void theSameBytesAgainChangeNothing() throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(input.file(REFERRALS));
        Files.delete(input.file(REFERRALS));
        Files.write(input.file(REFERRALS), bytes);
        assertThat(input.run("load").out())
                .isEqualTo("Nothing to do: 10 returns of 1 month are loaded and every scorecard is up to date.\n");
        assertThat(submissions()).isEqualTo("1");
    }

    @Test
    void aRenamedFileIsTheSameFile() throws IOException, SQLException {
        Files.move(input.file(REFERRALS), input.file(FOLDER + "Referral-and-Assessment-2015-12 final.xlsx"));
        assertThat(input.run("load").out()).startsWith("Nothing to do: 10 returns");
        assertThat(input.run("rerun", "2015-12").out()).startsWith("Nothing changed: 10 returns judged again");
        assertThat(submissions()).isEqualTo("1");
    }

    @Test
    void aFileThatWasJudgedKeepsItsReturnUnderANameThatIsNoReturns() throws IOException, SQLException {
        Files.move(input.file(REFERRALS), input.file(FOLDER + "from Anne.xlsx"));
        assertThat(input.run("load").out()).startsWith("Nothing to do: 10 returns");
        assertThat(input.run("rerun", "2015-12").out()).startsWith("Nothing changed: 10 returns judged again");
        assertThat(submissions()).isEqualTo("1");
        assertThat(input.run("status", "2015-12").out())
                .containsPattern(
                        "from Anne.xlsx +counts for RA; it was called 'referral-and-assessment-2015-12.xlsx' when it was");
    }

    @Test
    void aCorrectedFileRevisesOnlyTheFiguresThatItChanges() throws IOException, SQLException {
        String before = ask("select count(*) from dw.fact_measure_value");
        correct(331);
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(ask("""
                        select measure_code, history.revision_no, numerator, revision_reason, submission.attempt_no,
                            recorded_at >= decided_at - interval '1 minute'
                        from mart.measure_history as history
                        join etl.return_submission as submission using (submission_id)
                        where history.revision_no > 0
                        """)).isEqualTo("REFERRAL_RATE | 1 | 331 | restated by " + NAME + " | 2 | t");
        assertThat(ask("select count(*) - 1 from dw.fact_measure_value")).isEqualTo(before);
    }

    @Test
    void anOlderFilePutBackCountsOnlyOnPurpose() throws IOException, SQLException {
        byte[] older = Files.readAllBytes(input.file(REFERRALS));
        correct(331);
        input.run("load");
        byte[] newer = Files.readAllBytes(input.file(REFERRALS));
        Files.delete(input.file(REFERRALS));
        String oldName = "referral-and-assessment-2015-12 old.xlsx";
        Files.write(input.file(FOLDER + oldName), older);

        String note = "2015-12/" + oldName + " does not count: " + NAME + " came later for return RA. That one is no"
                + " longer in the folder; to make this one count, run ./monthend rerun 2015-12 --return RA.\n";
        assertThat(input.run("load").out()).startsWith("Nothing to do").endsWith(note);
        assertThat(input.run("rerun", "2015-12").out())
                .startsWith("Nothing changed: 11 files of 10 returns judged again, all as before.\n")
                .endsWith(note);
        assertThat(numerator()).isEqualTo("331 | 1");

        Answer dry = input.run("rerun", "2015-12", "--return", "RA", "--dry-run");
        assertThat(dry.out()).contains("REFERRAL_RATE");
        assertThat(numerator()).isEqualTo("331 | 1");
        Answer onPurpose = input.run("rerun", "2015-12", "--return", "ra", "--reason", "it was right", "--by", "Jo");
        assertThat(onPurpose.out())
                .contains("RA · " + oldName + ": loaded, 1 figure new or revised")
                .doesNotContain("does not count");
        assertThat(numerator()).endsWith(" | 2").doesNotStartWith("331");
        assertThat(ask("select revision_reason from mart.measure_history where revision_no = 2"))
                .isEqualTo("restated by " + oldName + ": it was right");
        assertThat(input.run("rerun", "2015-12", "--return", "RA").out())
                .startsWith("Nothing changed: 1 return judged again");

        // From now on it is the other one that is older.
        Files.write(input.file(REFERRALS), newer);
        assertThat(input.run("load").out())
                .startsWith("Nothing to do")
                .contains("2015-12/" + NAME + " does not count: " + oldName + " came later for return RA. To make it"
                        + " count, take that one out of the folder and run ./monthend rerun 2015-12 --return RA.");
        assertThat(numerator()).endsWith(" | 2");
    }

    @Test
    void ofTwoFilesOfAReturnTheLastCounts() throws IOException, SQLException {
        byte[] first = Files.readAllBytes(input.file(REFERRALS));
        correct(331);
        Files.move(input.file(REFERRALS), input.file(FOLDER + "referral-and-assessment-2015-12 b.xlsx"));
        Files.write(input.file(REFERRALS), first);
        correct(332);
        Files.move(input.file(REFERRALS), input.file(FOLDER + "referral-and-assessment-2015-12 c.xlsx"));
        Answer answer = input.run("load");
        assertThat(answer.out())
                .contains("2015-12/referral-and-assessment-2015-12 b.xlsx does not count:"
                        + " referral-and-assessment-2015-12 c.xlsx came later for return RA.");
        assertThat(numerator()).startsWith("332 | ");
        assertThat(
                        ask(
                                "select file_name, file_state from etl.file_standing where return_code = 'RA' order by arrived_as"))
                .isEqualTo(NAME + " | replaced\nreferral-and-assessment-2015-12 b.xlsx | replaced\n"
                        + "referral-and-assessment-2015-12 c.xlsx | counts");
        assertThat(input.run("rerun", "2015-12").out())
                .startsWith("Nothing changed: 11 files of 10 returns judged again, all as before.");
        assertThat(numerator()).startsWith("332 | ");
    }

    @Test
    void aFileInTheFolderOfAnotherMonthIsRefusedThere() throws IOException, SQLException {
        String before = numerator();
        Files.createDirectories(input.file("returns/2016-01"));
        Files.move(input.file(REFERRALS), input.file("returns/2016-01/" + NAME));
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("2016-01/" + NAME + ": refused").contains("R102");
        assertThat(numerator()).isEqualTo(before);
        assertThat(ask("select month_key, file_state from etl.file_standing where return_code = 'RA' order by 1"))
                .isEqualTo("201512 | counts\n201601 | refused");
    }

    @Test
    void aDeletedFileTakesNothingBack() throws IOException, SQLException {
        String before = numerator();
        Files.delete(input.file(REFERRALS));
        assertThat(input.run("load").out()).startsWith("Nothing to do: 10 returns");
        assertThat(input.run("rerun", "2015-12").out()).startsWith("Nothing changed: 10 returns judged again");
        assertThat(numerator()).isEqualTo(before);
    }

    @Test
    void anEmptyReturnIsRefusedAndRetiresNothing() throws IOException, SQLException {
        String before = numerator();
        input.edit(REFERRALS, workbook -> {
            Sheet sheet = workbook.getSheet("Return");
            for (int row = sheet.getLastRowNum(); row > 0; row--) {
                sheet.removeRow(sheet.getRow(row));
            }
        });
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains(NAME + ": refused").contains("no row of data was found");
        assertThat(numerator()).isEqualTo(before);
        assertThat(ask("select verdict, file_state, counting_file_name from etl.file_standing where return_code = 'RA'"
                        + " order by arrived_as"))
                .isEqualTo("loaded | counts | " + NAME + "\nrefused | refused | " + NAME);
    }

    @Test
    void aFileThatIsStillBeingCopiedWaits() throws IOException, SQLException {
        String before = numerator();
        correct(331);
        byte[] bytes = Files.readAllBytes(input.file(REFERRALS));
        Files.write(input.file(REFERRALS), Arrays.copyOf(bytes, bytes.length / 2));
        Answer first = input.run("load");
        assertThat(first.exitCode()).isEqualTo(5);
        assertThat(first.err()).contains(NAME + ": deferred").contains("R007");
        assertThat(numerator()).isEqualTo(before);
        assertThat(ask("select file_name from etl.file_standing where file_state = 'waiting'"))
                .isEqualTo(NAME);
        Files.write(input.file(REFERRALS), bytes);
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(numerator()).isEqualTo("331 | 1");
    }

    @Test
    void theSameBytesUnderTwoNamesLoadOnce() throws IOException, SQLException {
        Files.copy(input.file(REFERRALS), input.file(FOLDER + "referral-and-assessment-2015-12 copy.xlsx"));
        assertThat(input.run("load").out())
                .startsWith("Nothing to do: 10 returns")
                .endsWith("2015-12/referral-and-assessment-2015-12 copy.xlsx has the same bytes as " + NAME
                        + " and is loaded once.\n");
        assertThat(input.run("rerun", "2015-12").out()).startsWith("Nothing changed: 10 returns judged again");
        assertThat(submissions()).isEqualTo("1");
    }

    /** A file that is there and gives an error when it is read: the memory of a process is one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadIsToldAndKeepsNoOtherFromBeingLoaded() throws IOException, SQLException {
        correct(331);
        byte[] bytes = Files.readAllBytes(input.file(FOLDER + "finance_dec15.xlsx"));
        Files.delete(input.file(FOLDER + "finance_dec15.xlsx"));
        Files.createSymbolicLink(input.file(FOLDER + "finance_dec15.xlsx"), Path.of("/proc/self/mem"));
        Answer answer = input.run("load");
        assertThat(answer.exitCode()).isEqualTo(5);
        assertThat(answer.err())
                .containsPattern(
                        "2015-12/finance_dec15\\.xlsx: not judged: it cannot be read \\(.*\\)\\. Check its rights"
                                + " and the disk; the next run tries it again\\.");
        assertThat(numerator()).isEqualTo("331 | 1");
        assertThat(ask("select run_status from etl.load_run order by load_run_id desc limit 1"))
                .isEqualTo("failed");
        Files.delete(input.file(FOLDER + "finance_dec15.xlsx"));
        Files.write(input.file(FOLDER + "finance_dec15.xlsx"), bytes);
        assertThat(input.run("load").exitCode()).isZero();
    }

    /** December's file says November anew; November's own file, judged again, does not take that back. */
    @Test
    void aFigureThatALaterFileRestatedIsNotTakenBackByARerun() throws IOException, SQLException {
        Path november = Files.createDirectories(input.file("returns/2015-11"));
        Files.copy(
                Path.of("input/returns/2015-11/referral-and-assessment-2015-11.xlsx"),
                november.resolve("referral-and-assessment-2015-11.xlsx"),
                StandardCopyOption.REPLACE_EXISTING);
        input.run("load");
        input.edit(REFERRALS, workbook -> {
            Sheet sheet = workbook.getSheet("Return");
            Row restated = sheet.createRow(sheet.getLastRowNum() + 1);
            Row of = sheet.getRow(2);
            for (int column = 0; column < 5; column++) {
                if (of.getCell(column) != null) {
                    switch (of.getCell(column).getCellType()) {
                        case NUMERIC ->
                            restated.createCell(column)
                                    .setCellValue(of.getCell(column).getNumericCellValue());
                        case STRING ->
                            restated.createCell(column)
                                    .setCellValue(of.getCell(column).getStringCellValue());
                        default -> restated.createCell(column);
                    }
                }
            }
            restated.getCell(2).setCellValue("Nov-15");
            restated.getCell(3).setCellValue(333);
        });
        input.run("load");
        String november15 =
                "select numerator, revision_no from mart.measure_value where measure_code = 'REFERRAL_RATE' and month_key = 201511";
        assertThat(ask(november15)).isEqualTo("333 | 1");
        assertThat(input.run("rerun", "2015-11").out()).startsWith("Nothing changed: 1 return judged again");
        assertThat(ask(november15)).isEqualTo("333 | 1");

        Answer withdrawn = input.run("withdraw", "2015-12", "RA", "--reason", "mistaken", "--by", "Jo");
        assertThat(withdrawn.out()).containsPattern("REFERRAL_RATE .*, Nov-15: .* → withdrawn");
        assertThat(ask("select value_status from mart.measure_value where measure_code = 'REFERRAL_RATE'"
                        + " and month_key = 201511"))
                .isEqualTo("not_received");
        assertThat(input.run("rerun", "2015-11", "--return", "RA").out()).contains("Nov-15: nothing → ");
        assertThat(ask(november15)).endsWith(" | 3").doesNotStartWith("333");
    }

    private void correct(int referrals) throws IOException {
        input.edit(REFERRALS, workbook -> {
            Row row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(referrals);
            row.getCell(5).setBlank();
        });
    }

    private String numerator() throws SQLException {
        return ask("select numerator, revision_no from mart.measure_value"
                + " where measure_code = 'REFERRAL_RATE' and month_key = 201512");
    }

    private String submissions() throws SQLException {
        return ask("select count(*) from etl.return_submission where return_code = 'RA'");
    }

    private String ask(String question) throws SQLException {
        return WarehouseContents.ask(input.database(), question);
    }
}
