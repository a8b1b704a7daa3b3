package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.Withdrawal;

/**
 * Takes a return back in one transaction. The withdrawal is a submission of its own, so that figures name it as their
 * source, and the last one, so that no file that came before counts again by itself.
 */
final class WithdrawnReturn {

    private final Connection connection;
    private final String returnCode;
    private final ReportingMonth month;

    private WithdrawnReturn(Connection connection, String returnCode, ReportingMonth month) {
        this.connection = connection;
        this.returnCode = returnCode;
        this.month = month;
    }

    static Optional<Withdrawal> withdraw(Connection connection, String returnCode, ReportingMonth month, long loadRun)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            PublishLock.waitForPublishers(connection);
            Optional<Withdrawal> withdrawal = new WithdrawnReturn(connection, returnCode, month).withdraw(loadRun);
            connection.commit();
            return withdrawal;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Optional<Withdrawal> withdraw(long loadRun) throws SQLException {
        String record = """
                insert into etl.return_submission (
                    load_run_id, source_file_id, return_code, month_key, mapping_version, rerun_no, attempt_no, verdict,
                    file_name, decided_at
                )
                select
                    ?, counting.source_file_id, counting.return_code, counting.month_key, counting.mapping_version,
                    (
                        select max(rerun_no) + 1
                        from etl.return_submission as same
                        where same.return_code = counting.return_code
                            and same.month_key = counting.month_key
                            and same.source_file_id = counting.source_file_id
                            and same.mapping_version = counting.mapping_version
                    ),
                    (
                        select max(attempt_no) + 1
                        from etl.return_submission as earlier
                        where earlier.return_code = counting.return_code and earlier.month_key = counting.month_key
                    ),
                    'withdrawn',
                    counting.file_name,
                    clock_timestamp()
                from etl.file_standing as standing
                join etl.return_submission as counting using (submission_id)
                where standing.return_code = ? and standing.month_key = ? and standing.file_state = 'counts'
                returning submission_id, file_name
                """;
        try (PreparedStatement statement = connection.prepareStatement(record)) {
            statement.setLong(1, loadRun);
            statement.setString(2, returnCode);
            statement.setInt(3, month.key());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(takeBack(row.getLong("submission_id"), Rows.text(row, "file_name")))
                        : Optional.empty();
            }
        }
    }

    private Withdrawal takeBack(long number, String fileName) throws SQLException {
        int figures = 0;
        Optional<ReportingMonth> earliest = Optional.empty();
        for (Revisions facts : Revisions.values()) {
            try (PreparedStatement statement = connection.prepareStatement(facts.withdraw())) {
                statement.setString(1, returnCode);
                statement.setInt(2, month.key());
                statement.setLong(3, number);
                Revisions.Published takenBack = Revisions.Published.of(statement);
                figures += takenBack.revisions();
                earliest = takenBack.orEarlier(earliest);
            }
        }
        StaleScorecards.mark(connection, month, earliest, number);
        return new Withdrawal(number, returnCode, month, fileName, figures);
    }
}
