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
import org.monthend.steward.Submissions;

/** Reads a submission and what was found in it. */
public final class SubmissionQueries implements Submissions {

    private final DataSource warehouse;

    public SubmissionQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Optional<Judged> find(long submission) {
        String question = """
                select month_key, file_name, sha256, verdict, rows_read, rows_loaded, rows_rejected
                from etl.return_submission
                join etl.source_file using (source_file_id)
                where submission_id = ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, submission);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Judged(
                                Rows.month(row, "month_key"),
                                Rows.text(row, "file_name"),
                                Rows.text(row, "sha256"),
                                Rows.text(row, "verdict"),
                                row.getInt("rows_read"),
                                row.getInt("rows_loaded"),
                                row.getInt("rows_rejected"),
                                findings(connection, submission)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static List<Finding> findings(Connection connection, long submission) throws SQLException {
        String question = """
                select rule_code, severity, sheet_name, cell_address, found_text, issue_message
                from etl.validation_issue
                where submission_id = ?
                order by issue_id
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, submission);
            try (ResultSet row = statement.executeQuery()) {
                List<Finding> findings = new ArrayList<>();
                while (row.next()) {
                    findings.add(new Finding(
                            Rows.text(row, "rule_code"),
                            Severity.valueOf(Rows.text(row, "severity").toUpperCase(Locale.ROOT)),
                            Rows.text(row, "sheet_name"),
                            Rows.text(row, "cell_address"),
                            Rows.text(row, "found_text"),
                            Rows.text(row, "issue_message")));
                }
                return findings;
            }
        }
    }
}
