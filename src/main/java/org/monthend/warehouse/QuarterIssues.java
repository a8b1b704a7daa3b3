package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.monthend.catalogue.Severity;
import org.monthend.scorecard.QuarterDifference;
import org.monthend.scorecard.Scorecard;
import org.monthend.validate.Issue;
import org.monthend.validate.Rule;

/**
 * Reported quarters that their months contradict, as issues at the cells that reported them. They are found when a
 * scorecard is computed, for only then do months of several returns come together, in whatever order they came.
 */
final class QuarterIssues {

    private final Connection connection;

    private QuarterIssues(Connection connection) {
        this.connection = connection;
    }

    /**
     * Raises what the scorecard finds and nobody was told yet. Each statement is a transaction of its own, before the
     * scorecard's: scorecards of several months that find the same at the same time do not stand in each other's way, and
     * a crash in between is mended by the scorecard's next computation.
     */
    static void record(DataSource warehouse, Scorecard scorecard) throws SQLException {
        List<QuarterDifference> differences = QuarterDifference.in(scorecard).toList();
        if (differences.isEmpty()) {
            return;
        }
        try (Connection connection = warehouse.getConnection()) {
            QuarterIssues issues = new QuarterIssues(connection);
            for (QuarterDifference difference : differences) {
                issues.raise(difference, scorecard.organisation().code());
            }
        }
    }

    private void raise(QuarterDifference difference, String organisation) throws SQLException {
        Place place = place(difference.reported().revisionId().orElseThrow());
        String about = String.join(
                " ",
                difference.measure().code(),
                organisation,
                difference.reported().quarter().label());
        Issue issue = new Issue(
                Rule.QUARTER_DISAGREES,
                place.severity(),
                place.sheet(),
                place.cell(),
                difference.figures(),
                difference.sentence(),
                new Issue.Matter(about, difference.figures()));
        String raise = """
                insert into etl.validation_issue (
                    submission_id, rule_code, severity, sheet_name, cell_address, found_text, issue_message, fingerprint,
                    cause
                )
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (submission_id, fingerprint, sheet_name, cell_address) do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(raise)) {
            statement.setLong(1, place.submission());
            statement.setString(2, issue.rule().code());
            statement.setString(3, issue.severity().name().toLowerCase(Locale.ROOT));
            statement.setString(4, issue.sheet());
            statement.setString(5, issue.cell());
            statement.setString(6, issue.found());
            statement.setString(7, issue.message() + " " + issue.rule().howToFix());
            statement.setString(8, issue.fingerprint());
            statement.setString(9, issue.cause());
            statement.executeUpdate();
        }
    }

    /** A scorecard that was sent again and says the same has made no new statement, but it is the one to be asked. */
    private Place place(long statementId) throws SQLException {
        String question = """
                select standing.submission_id, fact.source_sheet, fact.value_cell, rule.severity
                from dw.fact_measure_quarter as fact
                join etl.return_submission as submission using (submission_id)
                join etl.standing_submission as standing
                    on standing.month_key = submission.month_key and standing.return_code = submission.return_code
                cross join etl.validation_rule as rule
                where fact.measure_quarter_id = ? and rule.rule_code = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, statementId);
            statement.setString(2, Rule.QUARTER_DISAGREES.code());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(
                            "the warehouse does not know rule " + Rule.QUARTER_DISAGREES.code());
                }
                return new Place(
                        row.getLong("submission_id"),
                        Rows.text(row, "source_sheet"),
                        Rows.text(row, "value_cell"),
                        Severity.valueOf(Rows.text(row, "severity").toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** Where the statement stands, and how severely a difference from it is taken. */
    private record Place(long submission, String sheet, String cell, Severity severity) {}
}
