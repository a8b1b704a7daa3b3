package org.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.monthend.publish.ReadWorkbook;
import org.monthend.publish.ScorecardWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Page, workbook, json and BI tools say the same of every locality of the sample's December 2015. */
class LocalitiesAgreeTest {

    private static final LoadedSample SAMPLE = LoadedSample.get();

    /** What BI tools read; numbers in six decimals, and "" for what is missing. */
    private static final String IN_MART = """
            select
                organisation_code || ' ' || measure_code as code,
                latest_text, latest_status,
                latest_figure, latest_numerator, latest_denominator, target_value, variance_to_the_good,
                lower_limit, upper_limit, forecast_mean, forecast_low_80, forecast_high_80,
                outturn_median, outturn_low_80, outturn_high_80, outturn_chance_pct,
                standing, trend_direction, variation, assurance, judgement_text
            from mart.scorecard_by_organisation
            where month_key = 201512 and not is_total
            order by sort_order
            """;

    private static final List<String> NUMBERS = List.of(
            "latest_figure",
            "latest_numerator",
            "latest_denominator",
            "target_value",
            "variance_to_the_good",
            "lower_limit",
            "upper_limit",
            "forecast_mean",
            "forecast_low_80",
            "forecast_high_80",
            "outturn_median",
            "outturn_low_80",
            "outturn_high_80",
            "outturn_chance_pct");

    private static final List<String> WORDS = List.of(
            "latest_text", "latest_status", "standing", "trend_direction", "variation", "assurance", "judgement_text");

    private static final Map<String, String> STANDINGS = Map.of(
            "met", "On target",
            "within_tolerance", "Within tolerance",
            "missed", "Off target");

    private static final Map<String, String> VARIATIONS = Map.of(
            "common_cause", "Usual",
            "special_cause_improvement", "Improvement",
            "special_cause_concern", "Concern");

    private static final Map<String, String> ASSURANCES = Map.of(
            "consistent_pass", "Consistently meets the target",
            "inconsistent", "Hits and misses the target",
            "consistent_fail", "Consistently misses the target");

    private static final Map<String, String> ARROWS = Map.of("up", "↑", "down", "↓", "level", "↔", "none", "");

    @Test
    void theSampleHasLocalities() throws SQLException {
        assertThat(inMart().keySet())
                .containsExactlyInAnyOrder(
                        "NORTH REREFERRAL_PCT",
                        "SOUTH REREFERRAL_PCT",
                        "EAST REREFERRAL_PCT",
                        "CENTRAL REREFERRAL_PCT",
                        "NORTH CARE_LEAVER_EET_PCT",
                        "SOUTH CARE_LEAVER_EET_PCT",
                        "EAST CARE_LEAVER_EET_PCT",
                        "CENTRAL CARE_LEAVER_EET_PCT");
    }

    @Test
    void thePageSaysWhatBiToolsRead() throws SQLException, IOException {
        Element page = Jsoup.parse(SAMPLE.output().resolve("2015-12/scorecard.html"));
        Map<String, Map<String, String>> inMart = inMart();
        assertThat(page.select(".places tbody tr:not(.whole)")).hasSize(inMart.size());
        inMart.forEach((code, said) -> {
            Element row = Optional.ofNullable(page.selectFirst("[data-line='%s'][data-column=latest]".formatted(code)))
                    .map(cell -> cell.closest("tr"))
                    .orElseThrow();
            assertThat(row.select(".figure").text()).isEqualTo(said.get("latest_text"));
            assertThat(row.select(".made").text())
                    .isEqualTo(whole(said.get("latest_numerator")) + " / " + whole(said.get("latest_denominator")));
            assertThat(row.select(".aim").text()).isEqualTo(whole(said.get("target_value")) + "%");
            assertThat(row.select(".standing").text()).startsWith(STANDINGS.get(said.get("standing")));
            assertThat(row.select(".arrow").text()).isEqualTo(ARROWS.get(said.get("trend_direction")));
            assertThat(row.select(".chance-or-not").text()).isEqualTo(VARIATIONS.get(said.get("variation")));
            assertThat(row.select(".promise").attr("title")).isEqualTo(ASSURANCES.get(said.get("assurance")));
            assertThat(row.select(".year").text()).isEqualTo(whole(said.get("outturn_chance_pct")) + "%");
        });
    }

    @Test
    void theWorkbookSaysWhatBiToolsRead() throws SQLException, IOException {
        ReadWorkbook workbook =
                ReadWorkbook.read(Files.readAllBytes(SAMPLE.output().resolve("2015-12/scorecard.xlsx")));
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("latest_figure", "Dec-15");
        headings.put("latest_numerator", "Numerator");
        headings.put("latest_denominator", "Denominator");
        headings.put("target_value", ScorecardWorkbook.TARGET);
        headings.put("variance_to_the_good", "Variance (+ is better)");
        headings.put("lower_limit", "Lower limit");
        headings.put("upper_limit", "Upper limit");
        headings.put("forecast_mean", "Forecast for Jan-16");
        headings.put("forecast_low_80", "Forecast 80% low");
        headings.put("forecast_high_80", "Forecast 80% high");
        headings.put("outturn_median", "Outturn");
        headings.put("outturn_low_80", "Outturn 80% low");
        headings.put("outturn_high_80", "Outturn 80% high");
        headings.put("outturn_chance_pct", "Chance to meet target");
        assertThat(headings.keySet()).containsExactlyElementsOf(NUMBERS);
        inMart().forEach((code, said) -> {
            headings.forEach((column, heading) -> assertThat(
                            six(BigDecimal.valueOf(workbook.number(ScorecardWorkbook.LOCALITIES, code, heading))))
                    .as(code + ", " + heading)
                    .isEqualTo(said.get(column)));
            assertThat(shown(workbook, code, "Dec-15")).isEqualTo(said.get("latest_text"));
            assertThat(shown(workbook, code, "Standing")).contains(STANDINGS.get(said.get("standing")));
            assertThat(shown(workbook, code, ScorecardWorkbook.TREND))
                    .isEqualTo(ARROWS.get(said.get("trend_direction")));
            assertThat(shown(workbook, code, ScorecardWorkbook.VARIATION))
                    .isEqualTo(VARIATIONS.get(said.get("variation")));
            assertThat(shown(workbook, code, ScorecardWorkbook.ASSURANCE))
                    .isEqualTo(ASSURANCES.get(said.get("assurance")));
            assertThat(shown(workbook, code, ScorecardWorkbook.READING)).isEqualTo(said.get("judgement_text"));
        });
    }

    private static String shown(ReadWorkbook workbook, String code, String heading) {
        return workbook.shown(ScorecardWorkbook.LOCALITIES, code, heading);
    }

    @Test
    void jsonSaysWhatBiToolsRead() throws SQLException {
        Map<String, Map<String, String>> inJson = new LinkedHashMap<>();
        for (JsonNode measure : json().get("measures")) {
            if (measure.has("organisations")) {
                measure.get("organisations")
                        .forEach(place -> inJson.put(
                                place.get("organisation").asString() + " "
                                        + measure.get("code").asString(),
                                said(place)));
            }
        }
        assertThat(inJson).containsExactlyInAnyOrderEntriesOf(inMart());
    }

    @Test
    void theScorecardOfOneLocalitySaysTheSameAgain() throws SQLException {
        Map<String, Map<String, String>> ofEast = new LinkedHashMap<>();
        JsonNode east = json("--organisation", "EAST");
        assertThat(east.get("organisation").asString()).isEqualTo("EAST");
        east.get("measures")
                .forEach(measure -> ofEast.put("EAST " + measure.get("code").asString(), said(measure)));
        Map<String, Map<String, String>> inMart = inMart();
        inMart.keySet().removeIf(code -> !code.startsWith("EAST "));
        assertThat(ofEast).containsExactlyInAnyOrderEntriesOf(inMart);
    }

    @Test
    void oneLocalityIsShownAndTracedAtATerminal() {
        StringWriter out = new StringWriter();
        assertThat(SAMPLE.command(out, new StringWriter(), "scorecard", "2015-12", "--organisation", "SOUTH"))
                .isZero();
        assertThat(out.toString())
                .contains("Corporate Scorecard for month: Dec-15 · South locality · edition 1")
                .containsPattern("Re-Referrals ©.* 25% ")
                .doesNotContain("Finance")
                .doesNotContain("Project");
        StringWriter trace = new StringWriter();
        assertThat(SAMPLE.command(
                        trace, new StringWriter(), "trace", "2015-12", "REREFERRAL_PCT", "--organisation", "SOUTH"))
                .isZero();
        assertThat(trace.toString())
                .startsWith("REREFERRAL_PCT · %Re-Referrals · South locality · scorecard of Dec-15, edition 1")
                .contains("file       referral-and-assessment-2015-12.xlsx", "numerator  D7  ");
    }

    @Test
    void anUnknownOrganisationIsToldWhichThereAre() {
        StringWriter err = new StringWriter();
        assertThat(SAMPLE.command(new StringWriter(), err, "scorecard", "2015-12", "--organisation", "WEST"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("The scorecard of December 2015 says nothing of 'WEST'. It is of TRUST ("
                        + "Children's Services Trust), NORTH (North locality), SOUTH (South locality), "
                        + "EAST (East locality), CENTRAL (Central locality).");
        StringWriter ofTrace = new StringWriter();
        assertThat(SAMPLE.command(
                        new StringWriter(), ofTrace, "trace", "2015-12", "REREFERRAL_PCT", "--organisation", "WEST"))
                .isEqualTo(2);
        assertThat(ofTrace.toString())
                .contains("The scorecard of December 2015 has no REREFERRAL_PCT of 'WEST'. It has that of TRUST, NORTH,"
                        + " SOUTH, EAST, CENTRAL.");
    }

    /** The parts of the sample add up to what its returns state of the trust, and the page says so. */
    @Test
    void thePageSaysThatTheLocalitiesAddUp() throws IOException {
        Element page = Jsoup.parse(SAMPLE.output().resolve("2015-12/scorecard.html"));
        assertThat(page.select("#measure-REREFERRAL_PCT .origin").text())
                .startsWith("The trust's figure is stated by its return, beside its 4 localities, which add up to it: "
                        + "67 / 293. ");
    }

    private static JsonNode json(String... more) {
        StringWriter out = new StringWriter();
        String[] command = new String[3 + more.length];
        command[0] = "scorecard";
        command[1] = "2015-12";
        command[2] = "--json";
        System.arraycopy(more, 0, command, 3, more.length);
        assertThat(SAMPLE.command(out, new StringWriter(), command)).isZero();
        return new JsonMapper().readTree(out.toString());
    }

    private static Map<String, String> said(JsonNode place) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> numbers = List.of(
                "/latest/figure",
                "/numerator",
                "/denominator",
                "/targetValue",
                "/variance",
                "/lowerLimit",
                "/upperLimit",
                "/forecast",
                "/forecastLow80",
                "/forecastHigh80",
                "/outturn",
                "/outturnLow80",
                "/outturnHigh80",
                "/chancePct");
        for (int index = 0; index < NUMBERS.size(); index++) {
            JsonNode number = place.at(numbers.get(index));
            said.put(NUMBERS.get(index), number.isMissingNode() ? "" : six(new BigDecimal(number.asString())));
        }
        List<String> words = List.of(
                "/latest/printed",
                "/latest/status",
                "/standing",
                "/trendDirection",
                "/variation",
                "/assurance",
                "/sentence");
        for (int index = 0; index < WORDS.size(); index++) {
            said.put(WORDS.get(index), place.at(words.get(index)).asString(""));
        }
        return said;
    }

    private static Map<String, Map<String, String>> inMart() throws SQLException {
        try (Connection connection = SAMPLE.database().as("bi_reader").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IN_MART)) {
            Map<String, Map<String, String>> inMart = new LinkedHashMap<>();
            while (row.next()) {
                Map<String, String> said = new LinkedHashMap<>();
                for (String column : NUMBERS) {
                    said.put(
                            column,
                            Optional.ofNullable(row.getBigDecimal(column))
                                    .map(LocalitiesAgreeTest::six)
                                    .orElse(""));
                }
                for (String column : WORDS) {
                    said.put(column, Optional.ofNullable(row.getString(column)).orElse(""));
                }
                inMart.put(row.getString("code"), said);
            }
            return inMart;
        }
    }

    private static String six(BigDecimal number) {
        return number.setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    private static String whole(String number) {
        return new BigDecimal(number).setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
