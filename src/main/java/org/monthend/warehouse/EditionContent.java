package org.monthend.warehouse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * All that an edition says, as one text that can be digested: its rows in every table, and the versions of the dimensions
 * that give them their names. The form is fixed by its number and described in docs/publication.md; where a table gets
 * another column there is another form, and editions keep the one they were digested in.
 */
final class EditionContent {

    /** The form in which editions are digested today. */
    static final int FORMAT = 3;

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(line -> line.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /**
     * A part of the content.
     *
     * @param condition finds the rows of an edition, whose key is asked for as often as there are question marks
     * @param since the form that has it first
     */
    private record Part(String table, String columns, String condition, int since) {

        static Part of(String table, String columns) {
            return of(table, columns, 1);
        }

        static Part of(String table, String columns, int since) {
            return new Part(table, columns, "edition_key = ?", since);
        }

        static Part dimension(String table, String columns, String key, String... users) {
            StringBuilder condition = new StringBuilder(key).append(" in (");
            for (int user = 0; user < users.length; user += 2) {
                condition
                        .append(user == 0 ? "" : " union ")
                        .append("select ")
                        .append(users[user + 1])
                        .append(" from ")
                        .append(users[user])
                        .append(" where edition_key = ?");
            }
            return new Part(table, columns, condition.append(')').toString(), 1);
        }
    }

    private static final List<Part> PARTS = List.of(
            Part.of(
                    "dw.dim_scorecard_edition",
                    "month_key, organisation_key, organisation_id, edition_no, data_as_at, method_version"),
            Part.of("dw.fact_scorecard", """
                    organisation_key, organisation_id, measure_key, measure_id, month_key, sort_order, quarter_1_label,
                    quarter_1_figure, quarter_1_status, quarter_1_months_known, is_quarter_1_partial, quarter_2_label,
                    quarter_2_figure, quarter_2_status, quarter_2_months_known, is_quarter_2_partial, quarter_3_label,
                    quarter_3_figure, quarter_3_status, quarter_3_months_known, is_quarter_3_partial, quarter_4_label,
                    quarter_4_figure, quarter_4_status, quarter_4_months_known, is_quarter_4_partial, latest_label,
                    latest_figure, latest_status, latest_months_known, is_latest_partial, latest_numerator,
                    latest_denominator, latest_measure_value_id, target_value, target_low, target_high, variance,
                    variance_to_the_good, standing, is_missed_by_rounding, trend_direction, trend_judgement, trend_z,
                    trend_change, trend_months_used, is_seasonally_adjusted, trend_reason, forecast_mean,
                    forecast_low_80, forecast_high_80, forecast_method, forecast_months_used, is_forecast_indicative"""),
            Part.of("dw.fact_scorecard_figure", """
                    block_code, line_code, column_code, sort_order, printed_text, figure, value_status, footnote_mark,
                    basis, measure_quarter_id"""),
            Part.of("dw.fact_scorecard_month", """
                    organisation_key, organisation_id, measure_key, measure_id, month_key, numerator, denominator,
                    figure, value_status, reported_text, footnote_mark, footnote_text, target_value, measure_value_id"""),
            Part.of("dw.fact_scorecard_target", """
                    organisation_key, organisation_id, measure_key, measure_id, from_month_key, to_month_key,
                    target_value, target_low, target_high, tolerance"""),
            Part.of("dw.fact_forecast", """
                    organisation_key, organisation_id, measure_key, measure_id, horizon, forecast_month_key,
                    forecast_mean, low_80, high_80, low_95, high_95"""),
            Part.of("dw.fact_scorecard_judgement", """
                    organisation_key, organisation_id, measure_key, measure_id, chart_from_month_key, variation, assurance,
                    chart_reason, proposed_month_key, proposed_mean_before, proposed_mean_after, proposed_sigma,
                    proposed_figures_before, proposed_figures_after, proposed_run_length, proposed_evidence,
                    scored_forecasts, mean_absolute_error, forecast_bias, mean_scaled_error, covered_80, covered_95,
                    judgement_text""", 2),
            Part.of("dw.fact_scorecard_segment", """
                    organisation_key, organisation_id, measure_key, measure_id, segment_no, start_month_key, figure_count,
                    limit_figure_count, range_count, ranges_left_out, level_mean, mean_range, lower_limit, upper_limit,
                    is_trial""", 2),
            Part.of("dw.fact_scorecard_point", """
                    organisation_key, organisation_id, measure_key, measure_id, month_key, segment_no, charted_value,
                    side_of_mean, is_near_limit, is_outside_limit, special_cause, variation""", 2),
            Part.of("dw.fact_scorecard_rebase", """
                    organisation_key, organisation_id, measure_key, measure_id, rebase_month_key, reason_text, rebased_by,
                    rebased_at""", 2),
            Part.of("dw.fact_scorecard_outturn", """
                    organisation_key, organisation_id, measure_key, measure_id, fiscal_year_start, months_known, low_95,
                    low_80, outturn_median, high_80, high_95, chance_of_meeting, chance_shown_pct, is_complete,
                    last_year_outturn, is_indicative, note_text""", 2),
            Part.of("dw.fact_scorecard_finance", """
                    finance_line_key, finance_line_id, sort_order, budget_gbp, forecast_gbp, reported_variance_gbp,
                    computed_variance_gbp, progress_pct, finance_position_id"""),
            Part.of("dw.fact_scorecard_finance_outturn", """
                    finance_line_key, finance_line_id, fiscal_year_start, months_known, budget_gbp, committed_gbp, low_95,
                    low_80, outturn_median, high_80, high_95, chance_of_overspend, chance_shown_pct, is_complete,
                    reason_text, outlook_text""", 3),
            Part.of("dw.fact_scorecard_finance_month", """
                    finance_line_key, finance_line_id, month_key, spend_to_date_gbp, committed_gbp, budget_gbp,
                    forecast_gbp, finance_position_id""", 3),
            Part.of("dw.fact_scorecard_finance_accuracy", """
                    finance_line_key, finance_line_id, months_known, outturn_count, mean_absolute_error, outturn_bias,
                    covered_80, chance_count, brier_score, expected_count, expected_error, expected_bias""", 3),
            Part.of("dw.fact_scorecard_category", """
                    block_code, category_key, category_id, sort_order, figure, measure_distribution_id,
                    audit_opinion_id"""),
            Part.of("dw.fact_scorecard_project", """
                    project_key, project_id, sort_order, progress_category_key, finance_category_key, narrative,
                    project_status_id"""),
            Part.of("dw.fact_scorecard_text", "sort_order, place_code, footnote_mark, page_text"),
            Part.dimension(
                    "dw.dim_organisation",
                    "organisation_key, organisation_id, organisation_code, organisation_name, organisation_level,"
                            + " parent_organisation_code",
                    "organisation_key",
                    "dw.dim_scorecard_edition",
                    "organisation_key",
                    "dw.fact_scorecard",
                    "organisation_key",
                    "dw.fact_scorecard_month",
                    "organisation_key",
                    "dw.fact_scorecard_target",
                    "organisation_key",
                    "dw.fact_forecast",
                    "organisation_key",
                    "dw.fact_scorecard_judgement",
                    "organisation_key",
                    "dw.fact_scorecard_segment",
                    "organisation_key",
                    "dw.fact_scorecard_point",
                    "organisation_key",
                    "dw.fact_scorecard_rebase",
                    "organisation_key",
                    "dw.fact_scorecard_outturn",
                    "organisation_key"),
            Part.dimension(
                    "dw.dim_measure",
                    """
                    measure_key, measure_id, measure_code, measure_name, printed_name, name_status, section_code,
                    block_code, position_no, contract_mark, unit, unit_multiplier, decimal_places, numerator_label,
                    denominator_label, definition, polarity, frequency, aggregation, lifecycle, is_trend_shown""",
                    "measure_key",
                    "dw.fact_scorecard",
                    "measure_key",
                    "dw.fact_scorecard_month",
                    "measure_key",
                    "dw.fact_scorecard_target",
                    "measure_key",
                    "dw.fact_forecast",
                    "measure_key",
                    "dw.fact_scorecard_judgement",
                    "measure_key",
                    "dw.fact_scorecard_segment",
                    "measure_key",
                    "dw.fact_scorecard_point",
                    "measure_key",
                    "dw.fact_scorecard_rebase",
                    "measure_key",
                    "dw.fact_scorecard_outturn",
                    "measure_key"),
            Part.dimension(
                    "dw.dim_finance_line",
                    "finance_line_key, finance_line_id, line_code, line_name, is_contract_line, line_kind, position_no",
                    "finance_line_key",
                    "dw.fact_scorecard_finance",
                    "finance_line_key"),
            Part.dimension(
                    "dw.dim_category",
                    "category_key, category_id, scheme_code, category_code, scheme_name, category_name, position_no,"
                            + " favourable_mark",
                    "category_key",
                    "dw.fact_scorecard_category",
                    "category_key",
                    "dw.fact_scorecard_project",
                    "progress_category_key",
                    "dw.fact_scorecard_project",
                    "finance_category_key"),
            Part.dimension(
                    "dw.dim_project",
                    "project_key, project_id, project_code, project_name, position_no, sponsor_name",
                    "project_key",
                    "dw.fact_scorecard_project",
                    "project_key"));

    private EditionContent() {}

    /**
     * The content of an edition.
     *
     * @param form 1 to {@link #FORMAT}
     */
    static String of(Connection connection, int edition, int form) throws SQLException {
        StringBuilder content = new StringBuilder("monthend edition content " + form + "\n");
        for (Part part : PARTS.stream().filter(each -> each.since() <= form).toList()) {
            List<String> columns = columns(part.columns());
            content.append(part.table())
                    .append('\t')
                    .append(String.join("\t", columns))
                    .append('\n');
            for (String line : lines(connection, part, columns, edition)) {
                content.append(line).append('\n');
            }
        }
        return content.toString();
    }

    /** SHA-256 of the content in UTF-8, in lower-case hexadecimal. */
    static String digest(Connection connection, int edition, int form) throws SQLException {
        return sha256(of(connection, edition, form).getBytes(StandardCharsets.UTF_8));
    }

    /** The tables that have rows of an edition though its form does not know them: nobody vouches for those. */
    static List<String> tablesBeyond(Connection connection, int edition, int form) throws SQLException {
        List<String> beyond = new ArrayList<>();
        for (Part part : PARTS.stream().filter(each -> each.since() > form).toList()) {
            if (!lines(connection, part, List.of("1"), edition).isEmpty()) {
                beyond.add(part.table());
            }
        }
        return beyond;
    }

    /** The columns of a table that are in the content; for the test that none is forgotten. */
    static List<String> columnsOf(String table) {
        return PARTS.stream()
                .filter(part -> part.table().equals(table))
                .findFirst()
                .map(part -> columns(part.columns()))
                .orElse(List.of());
    }

    static List<String> tables() {
        return PARTS.stream().map(Part::table).toList();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> columns(String columns) {
        return List.of(columns.strip().split(",\\s*"));
    }

    private static List<String> lines(Connection connection, Part part, List<String> columns, int edition)
            throws SQLException {
        String question =
                "select " + String.join(", ", columns) + " from " + part.table() + " where " + part.condition();
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            int keys =
                    (int) part.condition().chars().filter(each -> each == '?').count();
            for (int key = 1; key <= keys; key++) {
                statement.setInt(key, edition);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row, columns.size()));
                }
            }
        }
        lines.sort(BY_BYTES);
        return lines;
    }

    private static String line(ResultSet row, int columns) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            line.append(column == 1 ? "" : "\t").append(field(row, column));
        }
        return line.toString();
    }

    private static String field(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return "\\N";
        }
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.NUMERIC -> plain(row.getBigDecimal(column));
            case Types.DOUBLE -> HexFormat.of().toHexDigits(Double.doubleToLongBits(row.getDouble(column)));
            case Types.TIMESTAMP -> ChainedText.time(row.getTimestamp(column).toInstant());
            case Types.BIT, Types.BOOLEAN -> row.getBoolean(column) ? "t" : "f";
            case Types.INTEGER, Types.BIGINT -> Long.toString(row.getLong(column));
            default -> ChainedText.escaped(row.getString(column));
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
