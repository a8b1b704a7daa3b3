package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.OpenSubmission;
import org.monthend.load.Submission;
import org.monthend.load.SubmissionStore;
import org.monthend.validate.History;

/** Submissions in the warehouse. */
public final class SubmissionTables implements SubmissionStore {

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
                from etl.return_submission
                join etl.source_file using (source_file_id)
                where return_code = ? and month_key = ? and sha256 = ? and mapping_version = ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, submission.returnCode());
            statement.setInt(2, submission.month().key());
            statement.setString(3, submission.file().sha256());
            statement.setString(4, submission.mappingVersion());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next();
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public History historyBefore(ReportingMonth month) {
        return new HistoryQueries(warehouse).before(month);
    }

    @Override
    public OpenSubmission open(Submission submission) {
        try {
            return new StagedSubmission(warehouse.getConnection(), submission, loadRun);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
