package org.monthend.warehouse;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.steward.Lineage;
import org.monthend.steward.TracedFigure;

/** Follows figures of an edition back to revision, submission, file and cell. */
public final class LineageQueries implements Lineage {

    private final DataSource warehouse;

    public LineageQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Optional<TracedFigure> trace(ReportingMonth month, String measureCode, Optional<String> organisationCode) {
        String question = """
                select
                    edition_key, edition_no, scorecard.edition_status, measure_id, measure_code, measure_name, aggregation,
                    unit_multiplier, quarter_1_label, quarter_2_label, quarter_3_label, quarter_4_label, latest_label,
                    line.organisation_id, line.organisation_code, line.organisation_name, line.is_total
                from mart.scorecard
                join dw.dim_measure using (measure_id, measure_code, measure_name)
                join mart.scorecard_by_organisation as line using (edition_key, edition_no, month_key, measure_id, measure_code, measure_name)
                where month_key = ? and measure_code = ? and dim_measure.is_current
                    and (line.organisation_code = ? or ? = '' and line.is_total)
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setString(2, measureCode);
            statement.setString(3, organisationCode.orElse(""));
            statement.setString(4, organisationCode.orElse(""));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                int edition = row.getInt("edition_key");
                boolean isWhole = row.getBoolean("is_total");
                return Optional.of(new TracedFigure(
                        month,
                        measureCode,
                        Rows.text(row, "measure_name"),
                        isWhole ? "" : Rows.text(row, "organisation_name"),
                        quarterRule(Rows.text(row, "aggregation")),
                        plain(row, "unit_multiplier"),
                        row.getInt("edition_no"),
                        Rows.text(row, "edition_status"),
                        printed(
                                connection,
                                edition,
                                isWhole ? "measures" : "organisations",
                                isWhole ? measureCode : Rows.text(row, "organisation_code") + " " + measureCode,
                                row),
                        sources(connection, edition, row.getInt("measure_id"), row.getInt("organisation_id")),
                        isWhole ? quarters(connection, edition, measureCode) : List.of()));
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<String> organisations(ReportingMonth month, String measureCode) {
        String question = """
                select organisation_code
                from mart.scorecard_by_organisation
                where month_key = ? and measure_code = ?
                order by is_total desc, sort_order
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setString(2, measureCode);
            try (ResultSet row = statement.executeQuery()) {
                List<String> codes = new ArrayList<>();
                while (row.next()) {
                    codes.add(Rows.text(row, "organisation_code"));
                }
                return codes;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static List<TracedFigure.Printed> printed(
            Connection connection, int edition, String block, String lineCode, ResultSet line) throws SQLException {
        String question = """
                select column_code, printed_text
                from dw.fact_scorecard_figure
                where edition_key = ? and block_code = ? and line_code = ? and column_code ~ '^(quarter_|latest)'
                order by sort_order
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            statement.setString(2, block);
            statement.setString(3, lineCode);
            try (ResultSet row = statement.executeQuery()) {
                List<TracedFigure.Printed> figures = new ArrayList<>();
                while (row.next()) {
                    figures.add(
                            new TracedFigure.Printed(Rows.text(line, row.getString(1) + "_label"), row.getString(2)));
                }
                return figures;
            }
        }
    }

    private static List<TracedFigure.Source> sources(Connection connection, int edition, int measure, int organisation)
            throws SQLException {
        String question = """
                select
                    used.month_key, case when used.organisation_id <> asked.organisation_id then part.organisation_code end as part,
                    revision.numerator, revision.denominator, revision.figure, revision.value_status,
                    revision.revision_no, revision.revision_reason, revision.recorded_at, submission.file_name, file.sha256,
                    revision.source_sheet, revision.numerator_cell, revision.denominator_cell, revision.value_cell
                from dw.fact_scorecard_month as used
                join dw.fact_measure_value as revision using (measure_value_id)
                join etl.return_submission as submission using (submission_id)
                join etl.source_file as file using (source_file_id)
                join dw.dim_organisation as part on part.organisation_key = revision.organisation_key
                cross join (select ?::integer as organisation_id) as asked
                where used.edition_key = ?
                    and used.measure_id = ?
                    and (
                        used.organisation_id = asked.organisation_id
                        -- a total that was made of its parts comes from where they come from
                        or exists (
                            select
                            from dw.fact_scorecard_month as total
                            where total.edition_key = used.edition_key
                                and total.organisation_id = asked.organisation_id
                                and total.measure_id = used.measure_id
                                and total.month_key = used.month_key
                                and total.measure_value_id is null
                        )
                    )
                order by used.month_key, used.organisation_id
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, organisation);
            statement.setInt(2, edition);
            statement.setInt(3, measure);
            try (ResultSet row = statement.executeQuery()) {
                List<TracedFigure.Source> sources = new ArrayList<>();
                while (row.next()) {
                    sources.add(new TracedFigure.Source(
                            Rows.month(row, "month_key"),
                            Optional.ofNullable(row.getString("part")).orElse(""),
                            plain(row, "numerator"),
                            plain(row, "denominator"),
                            plain(row, "figure"),
                            Rows.text(row, "value_status"),
                            row.getInt("revision_no"),
                            Rows.text(row, "revision_reason"),
                            row.getTimestamp("recorded_at").toInstant(),
                            Rows.text(row, "file_name"),
                            Rows.text(row, "sha256"),
                            Rows.text(row, "source_sheet"),
                            Rows.text(row, "numerator_cell"),
                            Rows.text(row, "denominator_cell"),
                            Rows.text(row, "value_cell")));
                }
                return sources;
            }
        }
    }

    private static List<TracedFigure.ReportedQuarter> quarters(Connection connection, int edition, String measureCode)
            throws SQLException {
        String question = """
                select
                    revision.month_key, cell.basis = 'reported' as is_shown, submission.month_key as reported_month_key,
                    revision.figure, revision.value_status, revision.revision_no, revision.revision_reason,
                    revision.recorded_at, file.file_name, file.sha256, revision.source_sheet, revision.value_cell
                from dw.fact_scorecard_figure as cell
                join dw.fact_measure_quarter as revision using (measure_quarter_id)
                join etl.return_submission as submission using (submission_id)
                join etl.source_file as file using (source_file_id)
                where cell.edition_key = ? and cell.block_code = 'measures' and cell.line_code = ?
                order by revision.month_key
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            statement.setString(2, measureCode);
            try (ResultSet row = statement.executeQuery()) {
                List<TracedFigure.ReportedQuarter> quarters = new ArrayList<>();
                while (row.next()) {
                    quarters.add(new TracedFigure.ReportedQuarter(
                            Rows.month(row, "month_key").quarter(),
                            row.getBoolean("is_shown"),
                            Rows.month(row, "reported_month_key"),
                            plain(row, "figure"),
                            Rows.text(row, "value_status"),
                            row.getInt("revision_no"),
                            Rows.text(row, "revision_reason"),
                            row.getTimestamp("recorded_at").toInstant(),
                            Rows.text(row, "file_name"),
                            Rows.text(row, "sha256"),
                            Rows.text(row, "source_sheet"),
                            Rows.text(row, "value_cell")));
                }
                return quarters;
            }
        }
    }

    private static String quarterRule(String word) {
        return Arrays.stream(Aggregation.values())
                .filter(aggregation -> aggregation.word().equals(word))
                .map(Aggregation::quarter)
                .findFirst()
                .orElse(word);
    }

    private static String plain(ResultSet row, String column) throws SQLException {
        return Rows.number(row, column).map(BigDecimal::toPlainString).orElse("");
    }
}
