package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;

/** The order in which the files of a month came. */
final class Arrivals {

    private Arrivals() {}

    /**
     * The place of a file: the number of the submission with which it first came, or with which it was put back on
     * purpose. Empty for a file that is new in the month.
     */
    static OptionalLong of(Connection connection, String sha256, ReportingMonth month) throws SQLException {
        String question = """
                select max(coalesce(arrived_as, submission_id)) as arrived_as
                from etl.source_file as file
                join etl.return_submission as submission using (source_file_id)
                where file.sha256 = ? and submission.month_key = ? and submission.verdict <> 'withdrawn'
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, sha256);
            statement.setInt(2, month.key());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Rows.id(row, "arrived_as");
            }
        }
    }
}
