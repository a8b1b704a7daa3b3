package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.monthend.load.LoadRuns;

/** The book of runs in the warehouse. */
public final class LoadRunTable implements LoadRuns {

    private final DataSource warehouse;
    private final String applicationVersion;

    public LoadRunTable(DataSource warehouse, String applicationVersion) {
        this.warehouse = warehouse;
        this.applicationVersion = applicationVersion;
    }

    @Override
    public long begin(String requestedBy) {
        String insert =
                "insert into etl.load_run (requested_by, application_version) values (?, ?) returning load_run_id";
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, requestedBy);
            statement.setString(2, applicationVersion);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void end(long run, boolean succeeded) {
        String update = "update etl.load_run set ended_at = clock_timestamp(), run_status = ? where load_run_id = ?";
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, succeeded ? "succeeded" : "failed");
            statement.setLong(2, run);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
