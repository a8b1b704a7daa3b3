package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.catalogue.Severity;
import org.monthend.steward.KeptSubmission;
import org.monthend.steward.SubmissionBook;
import org.monthend.validate.Issue;
import org.monthend.validate.Rule;

/** Submissions as the warehouse remembers them. */
public final class SubmissionQueries implements SubmissionBook {

    private final DataSource warehouse;

    public SubmissionQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Optional<KeptSubmission> submission(long number) {
        String question = """
                select
                    submission.*,
                    file.sha256,
                    exists (
                        select from etl.source_file_content as content where content.sha256 = file.sha256
                    ) as is_kept
                from etl.return_submission as submission
                join etl.source_file as file using (source_file_id)
                where submission.submission_id = ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new KeptSubmission(
                        number,
                        Rows.month(row, "month_key"),
                        Rows.text(row, "return_code"),
                        row.getInt("attempt_no"),
                        Rows.text(row, "file_name"),
                        Rows.text(row, "sha256"),
                        row.getBoolean("is_kept"),
                        Rows.text(row, "verdict").replace('_', ' '),
                        row.getInt("rows_read"),
                        row.getInt("rows_loaded"),
                        row.getInt("rows_rejected"),
                        issues(connection, number)));
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static List<Issue> issues(Connection connection, long number) throws SQLException {
        String question = """
                select rule_code, severity, sheet_name, cell_address, found_text, issue_message
                from etl.validation_issue
                where submission_id = ?
                order by issue_id
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                List<Issue> issues = new ArrayList<>();
                while (row.next()) {
                    Optional<Rule> rule = Rule.of(Rows.text(row, "rule_code"));
                    if (rule.isPresent()) {
                        issues.add(issue(rule.get(), row));
                    }
                }
                return issues;
            }
        }
    }

    /** The remedy is kept as the end of the message. */
    private static Issue issue(Rule rule, ResultSet row) throws SQLException {
        String told = Rows.text(row, "issue_message");
        String remedy = " " + rule.howToFix();
        return new Issue(
                rule,
                Severity.valueOf(Rows.text(row, "severity").toUpperCase(Locale.ROOT)),
                Rows.text(row, "sheet_name"),
                Rows.text(row, "cell_address"),
                Rows.text(row, "found_text"),
                told.endsWith(remedy) ? told.substring(0, told.length() - remedy.length()) : told);
    }
}
