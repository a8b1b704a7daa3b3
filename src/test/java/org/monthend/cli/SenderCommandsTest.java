package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** What goes back to the sender, by the command line. */
class SenderCommandsTest {

    private static final String RETURN = "returns/2015-12/referral-and-assessment-2015-12.xlsx";

    private SampleInput input;

    @BeforeEach
    void spoilTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-12");
        input.edit(
                RETURN,
                workbook -> workbook.getSheet("Return").getRow(1).getCell(0).setCellValue("Children in Greed"));
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    private static XSSFWorkbook open(Answer answer) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(answer.out().strip()))) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void marksAFileWithoutAWarehouse() throws IOException {
        Answer answer = input.run("annotate", input.file(RETURN).toString());

        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(Path.of(answer.out().strip()))
                .isEqualTo(input.output().resolve("2015-12/annotated/referral-and-assessment-2015-12-issues.xlsx"));
        try (XSSFWorkbook workbook = open(answer)) {
            assertThat(workbook.getSheet("Issues").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Issues in referral-and-assessment-2015-12.xlsx for December 2015");
            assertThat(workbook.getSheet("Issues").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Verdict: partly loaded. 8 rows read, 7 good, 1 rejected. ERROR 1, QUERY 1.");
            assertThat(workbook.getSheet("Return")
                            .getRow(1)
                            .getCell(0)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("R205", "'Children in Greed' is no measure of the catalogue.");
        }
    }

    @Test
    void marksASubmissionAsItWasJudgedAndTemplatesShowItsFigures() throws IOException, SQLException {
        input.run("load");

        Answer answer = input.run("annotate", Long.toString(submission("referral-and-assessment-2015-12.xlsx")));
        assertThat(answer.err()).isEmpty();
        try (XSSFWorkbook workbook = open(answer)) {
            assertThat(workbook.getSheet("Issues").getRow(4).getCell(6).getStringCellValue())
                    .isEqualTo("'Children in Greed' is no measure of the catalogue.");
            assertThat(workbook.getSheet("Issues").getRow(4).getCell(7).getStringCellValue())
                    .isEqualTo("Use a name or code of the Measures sheet.");
        }

        Answer template = input.run("template", "cp", "2016-01");
        assertThat(template.err()).isEmpty();
        try (XSSFWorkbook workbook = open(template)) {
            assertThat(workbook.getSheet("Return").getRow(1).getCell(5).getStringCellValue())
                    .endsWith(" of 66,150, Dec-15)");
        }
    }

    @Test
    void saysWhatWasMeant() {
        assertThat(input.run("annotate", "no such file.xlsx"))
                .isEqualTo(new Answer(
                        2, "", "There is no file 'no such file.xlsx', and it is no number of a submission.\n"));
        assertThat(input.run("annotate", "4711").err()).isEqualTo("There is no submission 4711 in the warehouse.\n");
        String file = input.file(RETURN).toString();
        assertThat(input.run("annotate", file, "--out", file).err())
                .isEqualTo("'%s' is the sender's own file, which is never changed. Name another.\n".formatted(file));
        assertThat(input.run("template", "XX", "2016-01").err())
                .isEqualTo("The catalogue has no return 'XX'. It has RA, CP, CIC, PCL, YO, WF, CA, FIN, IA, PRJ.\n");
        assertThat(input.run("template", "YO", "2016-01").exitCode()).isEqualTo(2);
    }

    private long submission(String file) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select submission_id from etl.return_submission join etl.source_file using (source_file_id)"
                                + " where return_submission.file_name = '" + file + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
