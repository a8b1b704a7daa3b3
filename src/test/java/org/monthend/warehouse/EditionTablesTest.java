package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.LoadedSample;
import org.monthend.SampleInput;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardRule;

/** Editions read back as they were written, and know when they are out of date. */
class EditionTablesTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    @Test
    void readsBackWhatWasComputed() {
        Catalogue catalogue = new CatalogueFile(Path.of("input/catalogue.xlsx")).read(ReadLimits.standard());
        List<Scorecard> computed = new ArrayList<>();
        try (TestDatabase database = LoadedSample.get().database().copy()) {
            EditionTables editions = new EditionTables(database.application());
            Edition edition = editions.replaceDraft(DECEMBER, "TRUST", figures -> {
                computed.add(ScorecardRule.compute(DECEMBER, catalogue.topOrganisation(), catalogue, figures));
                return computed.get(0);
            });
            assertThat(edition.status()).isEqualTo(Edition.Status.DRAFT);
            assertThat(edition.scorecard())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(computed.get(0));
            assertThat(editions.stale()).isEmpty();
        }
    }

    @Test
    void aRestatedMonthMakesARevisionAndRecomputesTheLaterScorecards(@TempDir Path folder)
            throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-10", "2015-11", "2015-12")) {
            assertThat(input.run("load").exitCode()).isZero();
            String october = "returns/2015-10/YOS return Oct-15.xlsx";
            assertThat(input.file(october)).doesNotExist();
            input.edit("returns/2015-10/referral-and-assessment-2015-10.xlsx", workbook -> {
                var row = workbook.getSheet("Return").getRow(1);
                row.getCell(3).setCellValue(row.getCell(3).getNumericCellValue() + 1_000);
                row.removeCell(row.getCell(5));
            });
            assertThat(input.run("load").exitCode()).isZero();
            try (Connection connection = input.database().owner().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(row(statement, """
                                select max(revision_no), count(*), max(revision_reason)
                                from dw.fact_measure_value
                                join dw.dim_measure using (measure_id)
                                where measure_code = 'CIN_RATE' and month_key = 201510 and is_current
                                """)).isEqualTo("1 2 restated by referral-and-assessment-2015-10.xlsx");
                assertThat(row(statement, "select count(*) from dw.fact_measure_value where revision_no > 0"))
                        .isEqualTo("1");
                assertThat(row(statement, """
                                select count(*)
                                from dw.fact_scorecard_month
                                join dw.fact_measure_value using (measure_value_id)
                                where revision_no = 1
                                """))
                        .as("the scorecards of October, November and December all use the new figure")
                        .isEqualTo("3");
                assertThat(
                                row(
                                        statement,
                                        "select count(*) from mart.measure_value where measure_code = 'CIN_RATE' and month_key = 201510"))
                        .as("a revision never counts twice")
                        .isEqualTo("1");
            }
        }
    }

    private static String row(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                columns.add(answer.getString(column));
            }
            return String.join(" ", columns);
        }
    }
}
