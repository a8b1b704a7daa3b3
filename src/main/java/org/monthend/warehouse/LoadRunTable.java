package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.LoadRuns;

/** The book of runs in the warehouse. A run that lives holds an advisory lock on its number. */
public final class LoadRunTable implements LoadRuns {

    /** First key of the locks of runs; the second is the run's number. */
    private static final int RUN = 73_003;

    private static final String TRY_LOCK = "select pg_try_advisory_lock(" + RUN + ", ?)";
    private static final String UNLOCK = "select pg_advisory_unlock(" + RUN + ", ?)";

    private final DataSource warehouse;
    private final String applicationVersion;

    public LoadRunTable(DataSource warehouse, String applicationVersion) {
        this.warehouse = warehouse;
        this.applicationVersion = applicationVersion;
    }

    @Override
    public OpenRun begin(Asked asked) {
        try {
            Connection connection = warehouse.getConnection();
            try {
                return new RunOnConnection(connection, begin(connection, asked));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** Nobody sees the run before it holds its lock. */
    private long begin(Connection connection, Asked asked) throws SQLException {
        String insert = """
                insert into etl.load_run (requested_by, request_reason, month_key, application_version)
                values (?, ?, ?, ?)
                returning load_run_id
                """;
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, asked.by());
            statement.setString(2, asked.reason());
            statement.setObject(3, asked.month().map(ReportingMonth::key).orElse(null));
            statement.setString(4, applicationVersion);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                long run = answer.getLong(1);
                ask(connection, TRY_LOCK, run);
                connection.commit();
                return run;
            }
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void settleDead() {
        try (Connection connection = warehouse.getConnection()) {
            for (long run : running(connection)) {
                if (ask(connection, TRY_LOCK, run)) {
                    end(connection, run, "abandoned");
                    ask(connection, UNLOCK, run);
                }
            }
            settleBatch(connection);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static List<Long> running(Connection connection) throws SQLException {
        String question = "select load_run_id from etl.load_run where run_status = 'running' order by load_run_id";
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            List<Long> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(rows.getLong(1));
            }
            return runs;
        }
    }

    /**
     * Spring Batch leaves the executions of a killed process as started for ever, those of a lost database unknown, and
     * the parts of a step as starting that failed before it came to them, even where the job is down as failed.
     */
    private static void settleBatch(Connection connection) throws SQLException {
        String settled = """
                set status = 'FAILED',
                    exit_code = 'FAILED',
                    exit_message = 'The process or its database ended; what was committed stands, the rest was undone.',
                    end_time = coalesce(end_time, localtimestamp),
                    last_updated = localtimestamp,
                    version = version + 1
                where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') and job_execution_id in (
                    select parameter.job_execution_id
                    from batch.batch_job_execution_params as parameter
                    join etl.load_run as run on run.load_run_id = parameter.parameter_value::bigint
                    where parameter.parameter_name = 'loadRun' and run.run_status <> 'running')
                """;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update batch.batch_step_execution " + settled);
            statement.executeUpdate("update batch.batch_job_execution " + settled);
        }
    }

    private static void end(Connection connection, long run, String status) throws SQLException {
        String update = "update etl.load_run set ended_at = clock_timestamp(), run_status = ? where load_run_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, status);
            statement.setLong(2, run);
            statement.executeUpdate();
        }
    }

    private static boolean ask(Connection connection, String lockCall, long run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lockCall)) {
            statement.setInt(1, (int) run);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** The run, and the connection whose end would be its end. */
    private static final class RunOnConnection implements OpenRun {

        private final Connection connection;
        private final long number;
        private String status = "failed";

        private RunOnConnection(Connection connection, long number) {
            this.connection = connection;
            this.number = number;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public void succeeded() {
            status = "succeeded";
        }

        @Override
        public void stopped() {
            status = "stopped";
        }

        @Override
        public void close() {
            try (connection) {
                end(connection, number, status);
                ask(connection, UNLOCK, number);
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }
    }
}
