package org.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.PrintedScorecard.place;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.monthend.publish.ReadWorkbook;
import org.monthend.publish.ScorecardWorkbook;

/**
 * The real scorecard of December 2015, value by value: what was printed then must stand on the page, in the workbook
 * and in the warehouse, computed from the monthly returns.
 */
class GoldenScorecardTest {

    private static final LoadedSample SAMPLE = LoadedSample.get();

    private static final Set<String> PROJECTS = Set.of("GROWING_FUTURES", "PAUSE", "EMPOWER_PROTECT", "MOCKINGBIRD");
    private static final Set<String> FINANCE = Set.of("BUDGET_TOTAL", "CIC_PLACEMENTS", "STAFF_PAY", "EFFICIENCY_PLAN");

    private static final Map<String, String> MEASURE_HEADINGS = Map.of(
            "name", "Measure",
            "baseline_rank", ScorecardWorkbook.BASELINE_RANK,
            "baseline_figure", ScorecardWorkbook.BASELINE_FIGURE,
            "quarter_1", "2014/15 Qtr3",
            "quarter_2", "2014/15 Qtr4",
            "quarter_3", "2015/16 Qtr1",
            "quarter_4", "2015/16 Qtr2",
            "latest", "Dec-15",
            "target", ScorecardWorkbook.TARGET,
            "trend", ScorecardWorkbook.TREND);

    private static final Map<String, String> FINANCE_HEADINGS = Map.of(
            "name", "Line",
            "budget", ScorecardWorkbook.BUDGET,
            "forecast", ScorecardWorkbook.FORECAST_OUTTURN,
            "variance", ScorecardWorkbook.VARIANCE);

    private static final Map<String, String> PROJECT_HEADINGS = Map.of(
            "name", "Project",
            "progress", ScorecardWorkbook.PROGRESS,
            "finance", ScorecardWorkbook.FINANCE,
            "narrative", ScorecardWorkbook.NARRATIVE);

    @Test
    void loadsEverything() {
        assertThat(SAMPLE.exitCode()).as(SAMPLE.progress()).isZero();
        assertThat(SAMPLE.printed()).contains("140 returns of 15 months loaded, 0 refused");
    }

    @Test
    void thereAreAsManyPrintedValuesAsThePageHas() throws IOException {
        // 31 measures of 10 cells, 4 finance lines of 4, 9 categories, 4 projects of 4
        assertThat(PrintedScorecard.values()).hasSize(31 * 10 + 4 * 4 + 9 + 4 * 4);
        assertThat(PrintedScorecard.texts()).hasSize(12);
    }

    @Test
    void standsOnThePage() throws IOException {
        Document page = Jsoup.parse(SAMPLE.output().resolve("2015-12/scorecard.html"));
        Map<String, String> values = new LinkedHashMap<>();
        for (Element cell : page.select("[data-line][data-column]")) {
            values.put(place(cell.attr("data-line"), cell.attr("data-column")), cell.text());
        }
        assertSame("the page", values);
        String text = page.text();
        assertThat(PrintedScorecard.texts())
                .allSatisfy(printed -> assertThat(text).contains(printed));
    }

    @Test
    void standsInTheWorkbook() throws IOException {
        ReadWorkbook workbook =
                ReadWorkbook.read(Files.readAllBytes(SAMPLE.output().resolve("2015-12/scorecard.xlsx")));
        Map<String, String> values = new LinkedHashMap<>();
        for (String place : PrintedScorecard.values().keySet()) {
            String[] lineAndColumn = place.split(" / ");
            values.put(place, shown(workbook, lineAndColumn[0], lineAndColumn[1]));
        }
        assertSame("the workbook", values);
    }

    private static String shown(ReadWorkbook workbook, String line, String column) {
        if (line.equals("CASE_AUDIT") || line.equals("INTERNAL_AUDIT")) {
            return workbook.shown(ScorecardWorkbook.GOVERNANCE, line, column, ScorecardWorkbook.FIGURE);
        }
        if (PROJECTS.contains(line)) {
            return workbook.shown(ScorecardWorkbook.PROJECTS, line, PROJECT_HEADINGS.get(column));
        }
        return FINANCE_HEADINGS.containsKey(column) && FINANCE.contains(line)
                ? workbook.shown(ScorecardWorkbook.GOVERNANCE, line, FINANCE_HEADINGS.get(column))
                : workbook.shown(ScorecardWorkbook.SCORECARD, line, MEASURE_HEADINGS.get(column));
    }

    @Test
    void standsInTheWarehouse() throws SQLException, IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (Connection connection = SAMPLE.database().application().getConnection();
                Statement statement = connection.createStatement()) {
            values.putAll(cells(
                    statement,
                    "scorecard",
                    "measure_code",
                    Map.of(
                            "printed_name", "name",
                            "baseline_rank_text", "baseline_rank",
                            "baseline_figure_text", "baseline_figure",
                            "quarter_1_text", "quarter_1",
                            "quarter_2_text", "quarter_2",
                            "quarter_3_text", "quarter_3",
                            "quarter_4_text", "quarter_4",
                            "latest_text", "latest",
                            "target_text", "target",
                            "trend_arrow", "trend")));
            values.putAll(cells(
                    statement,
                    "scorecard_finance",
                    "line_code",
                    Map.of(
                            "line_name", "name",
                            "budget_text", "budget",
                            "forecast_text", "forecast",
                            "variance_text", "variance")));
            values.putAll(cells(
                    statement,
                    "scorecard_project",
                    "project_code",
                    Map.of(
                            "project_name", "name",
                            "progress_rag_code", "progress",
                            "finance_rag_code", "finance",
                            "narrative", "narrative")));
            values.putAll(categories(statement, "scorecard_distribution", "share_pct_text"));
            values.putAll(categories(statement, "scorecard_audit", "audit_count_text"));
            assertSame("the warehouse", values);
            StringBuilder texts = new StringBuilder("Corporate Scorecard for month: Dec-15\n");
            try (ResultSet row = statement.executeQuery(
                    "select page_text from mart.scorecard_text where month_key = 201512 order by sort_order")) {
                while (row.next()) {
                    texts.append(row.getString(1)).append('\n');
                }
            }
            assertThat(PrintedScorecard.texts())
                    .allSatisfy(printed -> assertThat(texts.toString()).contains(printed));
        }
    }

    @Test
    void theQuartersThatBiToolsReadAreThoseOfThePage() throws SQLException {
        assertThat(PageAndMart.quarters(SAMPLE.database())).hasSize(31 * 4);
        assertThat(PageAndMart.differingQuarters(SAMPLE.database())).isEmpty();
    }

    private static Map<String, String> cells(Statement statement, String view, String code, Map<String, String> columns)
            throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("select * from mart." + view + " where month_key = 201512")) {
            while (row.next()) {
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    values.put(place(row.getString(code), column.getValue()), row.getString(column.getKey()));
                }
            }
        }
        return values;
    }

    private static Map<String, String> categories(Statement statement, String view, String text) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("select * from mart." + view + " where month_key = 201512")) {
            while (row.next()) {
                values.put(place(row.getString("scheme_code"), row.getString("category_code")), row.getString(text));
            }
        }
        return values;
    }

    /** Names each value that differs, not only the first. */
    private static void assertSame(String where, Map<String, String> values) throws IOException {
        Map<String, String> differing = new LinkedHashMap<>();
        PrintedScorecard.values().forEach((place, printed) -> {
            String found = values.getOrDefault(place, "(not there)");
            if (!printed.equals(found)) {
                differing.put(place, "printed '%s', found '%s'".formatted(printed, found));
            }
        });
        assertThat(differing).as("values that differ on " + where).isEmpty();
        assertThat(List.copyOf(values.keySet()))
                .containsAll(PrintedScorecard.values().keySet());
    }
}
