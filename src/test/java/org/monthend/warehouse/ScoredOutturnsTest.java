package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.MoneyAccuracy;
import org.monthend.scorecard.Scorecard;

/** Where finance lines were said to end their year is held against what the year came to. */
class ScoredOutturnsTest {

    private static final ReportingMonth APRIL = new ReportingMonth(2015, 4);

    @Test
    void whatWasToldOfAYearIsScoredOnceMarchIsKnown(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input =
                new SampleInput(folder, "2014-10", "2014-11", "2014-12", "2015-01", "2015-02", "2015-03", "2015-04")) {
            assertThat(input.run("load", "--month", "2014-10").exitCode()).isZero();
            assertThat(rows(input, "select count(*) from mart.finance_outturn_score"))
                    .as("March is to come")
                    .containsExactly("0");
            assertThat(input.run("load").exitCode()).isZero();
            String toldInFebruary = "select edition_no || ' ' || line_code from mart.finance_outturn_score"
                    + " where month_key = 201502 order by 1";
            assertThat(rows(input, toldInFebruary))
                    .containsExactly("1 BUDGET_TOTAL", "1 CIC_PLACEMENTS", "1 STAFF_PAY");
            assertThat(rows(input, "select count(*) from mart.finance_outturn_score where month_key >= 201503"))
                    .as("March knew its year, and April's is to come")
                    .containsExactly("0");
            agrees(input);

            assertThat(input.run("publish", "2015-02", "--by", "Jane Smith").exitCode())
                    .isZero();
            input.edit(
                    "returns/2015-02/finance_feb15.xlsx",
                    workbook ->
                            workbook.getSheet("Summary").getRow(5).getCell(4).setCellValue("£37,871,500"));
            assertThat(input.run("load").exitCode()).isZero();

            assertThat(rows(input, toldInFebruary))
                    .as("the line that was corrected, once more; the others say what they said")
                    .containsExactly("1 BUDGET_TOTAL", "1 CIC_PLACEMENTS", "1 STAFF_PAY", "2 BUDGET_TOTAL");
            assertThat(outlook(input, "BUDGET_TOTAL").months())
                    .as("April's draft knows the correction")
                    .anySatisfy(month ->
                            assertThat(month.spendToDate().orElseThrow()).isEqualByComparingTo("37871500"));
            agrees(input);
        }
    }

    /** The scorecard's accuracy and that of the view are two pieces of code. */
    private static void agrees(SampleInput input) throws SQLException {
        Map<String, MoneyAccuracy> told = new HashMap<>();
        for (String line : List.of("BUDGET_TOTAL", "CIC_PLACEMENTS", "STAFF_PAY")) {
            outlook(input, line).accuracy().forEach(each -> told.put(line + " " + each.monthsKnown(), each));
        }
        int compared = 0;
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from mart.finance_outturn_accuracy")) {
            while (row.next()) {
                String place = row.getString("line_code") + " " + row.getInt("months_known");
                MoneyAccuracy accuracy = told.remove(place);
                assertThat(accuracy).as(place).isNotNull();
                assertThat(row.getInt("outturn_count")).as(place).isEqualTo(accuracy.outturns());
                same(place, row, "mean_absolute_error", accuracy.meanAbsoluteError(), 1);
                same(place, row, "outturn_bias", accuracy.bias(), 1);
                same(place, row, "covered_80_pct", accuracy.covered80(), 100);
                assertThat(row.getInt("chance_count")).as(place).isEqualTo(accuracy.chances());
                same(place, row, "brier_score", accuracy.brier(), 1);
                assertThat(row.getInt("team_outturn_count")).as(place).isEqualTo(accuracy.expectations());
                same(place, row, "team_mean_absolute_error", accuracy.expectedError(), 1);
                same(place, row, "team_bias", accuracy.expectedBias(), 1);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(15);
        assertThat(told).isEmpty();
    }

    private static void same(String place, ResultSet row, String column, OptionalDouble told, double factor)
            throws SQLException {
        double figure = row.getDouble(column);
        assertThat(row.wasNull()).as(place + " " + column).isEqualTo(told.isEmpty());
        assertThat(figure).as(place + " " + column).isEqualTo(factor * told.orElse(0), within(1e-6));
    }

    private static FinanceOutlook outlook(SampleInput input, String line) {
        EditionTables editions = new EditionTables(input.database().application());
        Scorecard april = editions.newest(APRIL, editions.organisation().orElseThrow())
                .orElseThrow()
                .scorecard();
        return april.finance().stream()
                .filter(position -> position.line().code().equals(line))
                .findFirst()
                .flatMap(position -> position.outlook())
                .orElseThrow();
    }

    private static List<String> rows(SampleInput input, String question) throws SQLException {
        return Sql.as(input.database().owner()).rows(question);
    }
}
