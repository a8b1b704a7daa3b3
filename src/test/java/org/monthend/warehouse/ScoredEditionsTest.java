package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.ForecastAccuracy;
import org.monthend.scorecard.Scorecard;

/** What each edition forecast is held against what came, once for each thing that was said. */
class ScoredEditionsTest {

    @Test
    void everyEditionIsScoredByWhatItSaidAnew(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input =
                new SampleInput(folder, "2015-07", "2015-08", "2015-09", "2015-10", "2015-11", "2015-12")) {
            assertThat(input.run("load").exitCode()).isZero();
            assertThat(rows(input, "select distinct edition_no from mart.forecast_score"))
                    .containsExactly("1");
            String ofOtherMeasures = "select count(*) from mart.forecast_score where measure_code = 'CPP_RATE'";
            List<String> before = rows(input, ofOtherMeasures);
            assertThat(input.run("publish", "2015-10", "--by", "Jane Smith").exitCode())
                    .isZero();
            input.edit("returns/2015-10/referral-and-assessment-2015-10.xlsx", workbook -> {
                var row = workbook.getSheet("Return").getRow(1);
                row.getCell(3).setCellValue(row.getCell(3).getNumericCellValue() + 1_000);
                row.removeCell(row.getCell(5));
            });
            assertThat(input.run("load").exitCode()).isZero();

            assertThat(rows(
                            input,
                            "select edition_no || ' ' || forecast_month_label from mart.forecast_score"
                                    + " where measure_code = 'CIN_RATE' and month_key = 201510 order by 1"))
                    .as("what was published of October, and its correction")
                    .containsExactly("1 Dec-15", "1 Nov-15", "2 Dec-15", "2 Nov-15");
            assertThat(rows(input, ofOtherMeasures))
                    .as("what edition 2 of October repeats of edition 1")
                    .isEqualTo(before);
            agrees(input, scorecard(input, new ReportingMonth(2015, 12)));
        }
    }

    /** The page's accuracy and that of the view are two pieces of code. */
    private static void agrees(SampleInput input, Scorecard december) throws SQLException {
        Map<String, ForecastAccuracy> printed = december.measures().stream()
                .filter(line -> line.accuracy().isPresent())
                .collect(Collectors.toMap(
                        line -> line.measure().code(), line -> line.accuracy().orElseThrow()));
        int compared = 0;
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select *
                        from mart.forecast_accuracy
                        where organisation_id in (select organisation_id from mart.scorecard_edition)
                        """)) {
            while (row.next()) {
                String measure = row.getString("measure_code");
                ForecastAccuracy accuracy = printed.remove(measure);
                assertThat(accuracy).as(measure).isNotNull();
                assertThat(row.getInt("forecast_count")).as(measure).isEqualTo(accuracy.forecasts());
                assertThat(row.getDouble("mean_absolute_error"))
                        .as(measure)
                        .isEqualTo(accuracy.meanAbsoluteError(), within(1e-9));
                assertThat(row.getDouble("forecast_bias")).as(measure).isEqualTo(accuracy.bias(), within(1e-9));
                assertThat(row.getDouble("covered_80_pct"))
                        .as(measure)
                        .isEqualTo(100 * accuracy.covered80(), within(1e-9));
                assertThat(row.getDouble("mean_scaled_error"))
                        .as(measure)
                        .isEqualTo(accuracy.meanScaledError().orElse(0), within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(printed).isEmpty();
    }

    private static Scorecard scorecard(SampleInput input, ReportingMonth month) {
        EditionTables editions = new EditionTables(input.database().application());
        return editions.newest(month, editions.organisation().orElseThrow())
                .orElseThrow()
                .scorecard();
    }

    private static List<String> rows(SampleInput input, String question) throws SQLException {
        return Sql.as(input.database().owner()).rows(question);
    }
}
