package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.monthend.validate.RejectedRow;
import org.monthend.validate.Rule;

/** The rows that were not loaded, with their cells. */
final class Quarantine {

    private static final int ROWS_AT_ONCE = 1_000;

    private Quarantine() {}

    /** Keeps the rows of the submission in the transaction of the connection. */
    static void keep(Connection connection, long submissionId, List<RejectedRow> rows) throws SQLException {
        String insert = """
                insert into etl.quarantined_row (submission_id, row_no, sheet_name, sheet_row_no, cells, rule_codes)
                values (?, ?, ?, ?, jsonb_object(?, ?), ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (RejectedRow row : rows) {
                statement.setLong(1, submissionId);
                statement.setInt(2, row.number());
                statement.setString(3, row.sheet());
                statement.setInt(4, row.row());
                statement.setObject(5, row.cells().keySet().toArray(String[]::new));
                statement.setObject(
                        6,
                        row.cells().values().stream().map(Quarantine::keepable).toArray(String[]::new));
                statement.setObject(
                        7, row.rules().stream().map(Rule::code).sorted().toArray(String[]::new));
                statement.addBatch();
                if (++waiting % ROWS_AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** PostgreSQL keeps no NUL. */
    private static String keepable(String text) {
        return text.replace('\u0000', ' ');
    }
}
