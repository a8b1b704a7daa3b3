package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** What waits is judged again from the bytes that are kept, once the catalogue is mended. */
class ReplayTest {

    private static final String REFERRALS = "returns/2015-12/referral-and-assessment-2015-12.xlsx";
    private static final String FINANCE = "returns/2015-12/finance_dec15.xlsx";
    private static final String REPLAYED = "Replayed from the file kept: ";

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
    void aRowInQuarantineIsLoadedWhenItsMeasureIsKnown() throws IOException, SQLException {
        input.edit(
                REFERRALS,
                workbook -> workbook.getSheet("Return").getRow(1).getCell(0).setCellValue("Children in Greed"));
        input.run("load");
        assertThat(
                        one(
                                "select sheet_name, sheet_row_no, cells ->> 'A2', cells ->> 'C2', rule_codes from etl.quarantine"))
                .isEqualTo("Return | 2 | Children in Greed | Dec-15 | {R205}");
        assertThat(count("mart.measure_value where measure_code = 'CIN_RATE'")).isZero();

        Files.delete(input.file(REFERRALS));
        assertThat(input.run("load").out()).startsWith("Nothing to do").doesNotContain(REPLAYED);

        renameMeasure("Children in Greed");
        Answer mended = input.run("load");
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.out())
                .containsPattern(
                        REPLAYED + "2015-12/referral-and-assessment-2015-12.xlsx: loaded \\(submission \\d+\\)\\.\n")
                .contains("10 returns of 1 month loaded, 0 refused");
        assertThat(count("mart.measure_value where measure_code = 'CIN_RATE'")).isEqualTo(1);
        assertThat(count("etl.quarantine")).isZero();
        assertThat(count("etl.quarantined_row")).isEqualTo(1);
        assertThat(count("dw.fact_measure_value where revision_no > 0")).isZero();
        assertThat(input.run("load").out()).startsWith("Nothing to do");
    }

    @Test
    void aRefusedFileIsLoadedWhenItsLayoutIsMended() throws IOException, SQLException {
        input.edit(FINANCE, workbook -> workbook.setSheetName(workbook.getSheetIndex("Summary"), "Overview"));
        assertThat(input.run("load").err())
                .contains("finance_dec15.xlsx: refused")
                .contains("R101");
        Files.delete(input.file(FINANCE));

        mendLayout("Overview");
        Answer mended = input.run("load");
        assertThat(mended.out())
                .contains(REPLAYED + "2015-12/finance_dec15.xlsx: loaded with queries (submission")
                .contains("10 returns of 1 month loaded, 0 refused");
        assertThat(count("dw.fact_finance_position")).isEqualTo(4);
        assertThat(one("select source_sheet from dw.fact_finance_position group by 1"))
                .isEqualTo("Overview");
    }

    @Test
    void aFileOfNoReturnIsLoadedWhenItsNameIsKnown() throws IOException, SQLException {
        Files.move(input.file(REFERRALS), input.file("returns/2015-12/RA Dec-15.xlsx"));
        assertThat(input.run("load").err()).contains("R002");
        Files.delete(input.file("returns/2015-12/RA Dec-15.xlsx"));

        input.edit("catalogue.xlsx", ReplayTest::knowOtherNames);
        Answer mended = input.run("load");
        assertThat(mended.out())
                .contains(REPLAYED + "2015-12/RA Dec-15.xlsx: loaded (submission")
                .contains("10 returns of 1 month loaded, 0 refused");
        assertThat(one("select return_code, verdict from etl.standing_submission where file_name = 'RA Dec-15.xlsx'"))
                .isEqualTo("RA | loaded");
        assertThat(input.run("issues").out()).doesNotContain("R002");
    }

    /** The file of no return came first; once its name is known, it is only an older one of the same return. */
    @Test
    void anOlderFileNeverReplacesANewerOne() throws IOException, SQLException {
        Path older = input.file("returns/2015-12/RA Dec-15.xlsx");
        Path newer = input.file(REFERRALS);
        byte[] bytes = Files.readAllBytes(newer);
        Files.delete(newer);
        Files.write(older, bytes);
        input.run("load");
        Files.write(newer, bytes);
        input.edit(REFERRALS, workbook -> {
            Row row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(331);
            row.getCell(5).setBlank();
        });
        input.run("load");

        input.edit("catalogue.xlsx", ReplayTest::knowOtherNames);
        renameMeasure("Children in need, per 10,000");
        Answer mended = input.run("load");
        assertThat(mended.out()).doesNotContain(REPLAYED).contains("10 returns of 1 month loaded, 1 refused");
        assertThat(one("select numerator, revision_no from mart.measure_value where measure_code = 'REFERRAL_RATE'"))
                .isEqualTo("331 | 0");
        Files.delete(older);
        assertThat(input.run("load").out()).doesNotContain(REPLAYED);
        assertThat(one("select numerator, revision_no from mart.measure_value where measure_code = 'REFERRAL_RATE'"))
                .isEqualTo("331 | 0");
    }

    private static void knowOtherNames(XSSFWorkbook catalogue) {
        catalogue.getSheet("Returns").getRow(1).getCell(5).setCellValue("r*a*.xlsx");
    }

    private void renameMeasure(String name) throws IOException {
        input.edit(
                "catalogue.xlsx",
                catalogue -> catalogue.getSheet("Measures").getRow(1).getCell(1).setCellValue(name));
    }

    private void mendLayout(String sheet) throws IOException {
        input.edit("catalogue.xlsx", catalogue -> {
            for (Row row : catalogue.getSheet("Layouts")) {
                if (row.getCell(0).getStringCellValue().equals("FINANCE")
                        && row.getCell(3).getStringCellValue().equals("sheet")) {
                    row.getCell(5).setCellValue(sheet);
                }
            }
        });
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(one("select count(*) from " + from));
    }

    private String one(String query) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            StringBuilder columns = new StringBuilder(String.valueOf(row.getString(1)));
            for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                columns.append(" | ").append(row.getString(column));
            }
            assertThat(row.next()).as(query).isFalse();
            return columns.toString();
        }
    }
}
