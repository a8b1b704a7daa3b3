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
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Severity;
import org.monthend.steward.IssueBook;
import org.monthend.steward.KnownIssue;
import org.monthend.steward.KnownIssue.Change;
import org.monthend.steward.KnownIssue.Explanation;
import org.monthend.steward.KnownIssue.State;

/** Issues and their explanations in the warehouse. */
public final class IssueTables implements IssueBook {

    private final DataSource warehouse;

    public IssueTables(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<KnownIssue> issues(Optional<ReportingMonth> month, Optional<String> returnCode) {
        String question = """
                select *
                from etl.current_issue
                where (month_key = ? or ? = 0) and (upper(return_code) = upper(?) or not ?)
                order by month_key desc, return_code, file_name, submission_id, issue_id
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            int key = month.map(ReportingMonth::key).orElse(0);
            statement.setInt(1, key);
            statement.setInt(2, key);
            statement.setString(3, returnCode.orElse(""));
            statement.setBoolean(4, returnCode.isPresent());
            return issues(statement);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Optional<KnownIssue> issue(long number) {
        String question = """
                select current.*
                from etl.validation_issue as asked
                join etl.return_submission as submission using (submission_id)
                join etl.current_issue as current
                    on current.month_key = submission.month_key
                        and current.return_code = submission.return_code
                        and current.fingerprint = asked.fingerprint
                where asked.issue_id = ?
                order by current.issue_id = asked.issue_id desc, current.issue_id
                limit 1
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, number);
            return issues(statement).stream().findFirst();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static List<KnownIssue> issues(PreparedStatement question) throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            List<KnownIssue> issues = new ArrayList<>();
            while (row.next()) {
                issues.add(issue(row));
            }
            return issues;
        }
    }

    private static KnownIssue issue(ResultSet row) throws SQLException {
        String reason = Rows.text(row, "explanation_text");
        return new KnownIssue(
                row.getLong("issue_id"),
                Rows.month(row, "month_key"),
                Rows.text(row, "return_code"),
                Rows.text(row, "file_name"),
                row.getLong("submission_id"),
                row.getInt("attempt_no"),
                Rows.text(row, "rule_code"),
                Severity.valueOf(word(row, "severity")),
                Rows.text(row, "sheet_name"),
                Rows.text(row, "cell_address"),
                Rows.text(row, "found_text"),
                Rows.text(row, "issue_message"),
                Change.valueOf(word(row, "attempt_status")),
                State.valueOf(word(row, "issue_state")),
                row.getTimestamp("open_since_at").toInstant(),
                reason.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Explanation(
                                reason,
                                Rows.text(row, "explained_by"),
                                row.getTimestamp("explained_at").toInstant())));
    }

    private static String word(ResultSet row, String column) throws SQLException {
        return Rows.text(row, column).toUpperCase(Locale.ROOT);
    }

    @Override
    public void explain(KnownIssue issue, String reason, String by) {
        String insert = """
                insert into etl.issue_explanation (cause, issue_id, explanation_text, explained_by)
                select cause, issue_id, ?, ?
                from etl.validation_issue
                where issue_id = ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, reason);
            statement.setString(2, by);
            statement.setLong(3, issue.number());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
