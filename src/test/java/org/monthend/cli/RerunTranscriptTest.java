package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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

    private static final String REFERRALS = "returns/2015-11/referral-and-assessment-2015-11.xlsx";

    /** All but the books of runs; and of a draft, as of when it is. */
    private static final String UNCHANGED = "etl.load_run|batch.*|dw.dim_scorecard_edition";

    private SampleInput input;

    @BeforeEach
    void copyTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-11", "2015-12");
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void aRerunOfUnchangedInputChangesNothingAndSaysSo() throws SQLException {
        input.run("load");
        WarehouseContents contents = new WarehouseContents(input.database());
        Map<String, String> before = contents.now(UNCHANGED);

        Answer answer = input.run("rerun", "2015-11");

        System.out.println(answer);
        assertThat(answer.out()).startsWith("Nothing changed: 9 returns judged again, all as before.\n");
        assertThat(answer.exitCode()).isZero();
        assertThat(contents.now(UNCHANGED)).isEqualTo(before);
    }

    @Test
    void aDryRunShowsWhatTheRerunThenDoes() throws IOException, SQLException {
        input.run("load");
        restate(331);
        WarehouseContents contents = new WarehouseContents(input.database());
        Map<String, String> before = contents.now();

        Answer dry = input.run("rerun", "2015-11", "--reason", "recount", "--by", "Jo", "--dry-run");
        System.out.println(dry.out() + dry.err());
        assertThat(contents.now()).isEqualTo(before);

        Answer real = input.run("rerun", "2015-11", "--reason", "recount", "--by", "Jo");
        System.out.println(real.out() + real.err());
        assertThat(real.out()).isEqualTo(dry.out().substring(dry.out().indexOf('\n') + 1));
        assertThat(input.run("rerun", "2015-11").out()).startsWith("Nothing changed: 9 returns judged again");
    }

    @Test
    void withdrawn() throws IOException, SQLException {
        input.run("load");
        for (String code : new String[] {"RA", "FIN", "CA", "IA", "PRJ"}) {
            System.out.println(input.run("withdraw", "2015-11", code, "--reason", "sent by mistake", "--by", "Jo"));
        }
        System.out.println(input.run("load"));
        System.out.println(input.run("rerun", "2015-11"));
        System.out.println(input.run("rerun", "2015-11", "--return", "RA"));
        System.out.println(input.run("rerun", "2015-11", "--return", "RA"));
    }

    private void restate(int referrals) throws IOException {
        input.edit(REFERRALS, workbook -> {
            Row row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(referrals);
            row.getCell(5).setBlank();
        });
    }
}
