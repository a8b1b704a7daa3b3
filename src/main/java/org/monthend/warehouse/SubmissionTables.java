package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.KnownBefore;
import org.monthend.load.OpenSubmission;
import org.monthend.load.ReturnFile;
import org.monthend.load.Submission;
import org.monthend.load.SubmissionStore;
import org.monthend.load.Withdrawal;

/** Submissions in the warehouse. */
public final class SubmissionTables implements SubmissionStore {

    /** No copy to a folder of returns pauses for longer. */
    private static final Duration QUIET_PERIOD = Duration.ofMinutes(2);

    private final DataSource warehouse;
    private final long loadRun;

    public SubmissionTables(DataSource warehouse) {
        this(warehouse, 0);
    }

    private SubmissionTables(DataSource warehouse, long loadRun) {
        this.warehouse = warehouse;
        this.loadRun = loadRun;
    }

    @Override
    public SubmissionStore ofRun(long run) {
        return new SubmissionTables(warehouse, run);
    }

    @Override
    public boolean isDecided(Submission submission) {
        String question = """
                select true
                where exists (
                    select
                    from etl.source_file as file
                    join etl.return_submission as decided using (source_file_id)
                    where file.sha256 = ? and decided.return_code = ? and decided.month_key = ?
                        and decided.mapping_version = ?
                )
                or exists (
                    select
                    from (
                        select max(coalesce(arrived_as, submission_id)) as arrived_as
                        from etl.source_file as file
                        join etl.return_submission as came using (source_file_id)
                        where file.sha256 = ? and came.month_key = ? and came.verdict <> 'withdrawn'
                    ) as this
                    join etl.return_submission as later
                        on later.return_code = ?
                        and later.return_code <> ''
                        and later.month_key = ?
                        and later.verdict in ('loaded', 'loaded_with_queries', 'partly_loaded', 'withdrawn')
                        and coalesce(later.arrived_as, later.submission_id) > this.arrived_as
                )
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, submission.file().sha256());
            statement.setString(2, submission.returnCode());
            statement.setInt(3, submission.month().key());
            statement.setString(4, submission.mappingVersion());
            statement.setString(5, submission.file().sha256());
            statement.setInt(6, submission.month().key());
            statement.setString(7, submission.returnCode());
            statement.setInt(8, submission.month().key());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next();
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public KnownBefore historyBefore(ReportingMonth month) {
        return new HistoryQueries(warehouse).beforeEachFile(month);
    }

    @Override
    public Optional<Withdrawal> withdraw(String returnCode, ReportingMonth month) {
        try (Connection connection = warehouse.getConnection()) {
            return WithdrawnReturn.withdraw(connection, returnCode, month, loadRun);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public OpenSubmission open(Submission submission) {
        try {
            return new StagedSubmission(warehouse.getConnection(), submission, loadRun);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** The first look at a file that breaks off is remembered, whatever becomes of the run. */
    @Override
    public boolean stoodStill(ReturnFile file) {
        String remember = """
                insert into etl.unfinished_file (month_key, file_name, sha256)
                values (?, ?, ?)
                on conflict do nothing
                """;
        String question = """
                select first_seen_at <= clock_timestamp() - make_interval(secs => ?)
                from etl.unfinished_file
                where month_key = ? and file_name = ? and sha256 = ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement insert = connection.prepareStatement(remember);
                PreparedStatement select = connection.prepareStatement(question)) {
            insert.setInt(1, file.month().key());
            insert.setString(2, file.name());
            insert.setString(3, file.sha256());
            insert.executeUpdate();
            select.setLong(1, QUIET_PERIOD.toSeconds());
            select.setInt(2, file.month().key());
            select.setString(3, file.name());
            select.setString(4, file.sha256());
            try (ResultSet answer = select.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
