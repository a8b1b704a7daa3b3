package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.monthend.job.Night;
import org.monthend.job.NightBook;
import org.monthend.job.Standing;

/**
 * The book of nights in the warehouse. The turn is a session advisory lock, and all that is written under it goes over
 * the connection that holds it: who has lost the lock cannot write.
 */
public final class NightTable implements NightBook {

    /** Any number that no other lock of the warehouse has. */
    private static final long TURN = 73_003;

    private static final int NOT_CHECKED = -1;

    private final DataSource warehouse;

    public NightTable(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Turn takeTurn(String instance) {
        try {
            Connection connection = warehouse.getConnection();
            try {
                return new LockedTurn(
                        connection, instance, ask(connection, "select pg_try_advisory_lock(%d)".formatted(TURN)));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** The first column of the one row, as true or not. */
    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return "t".equals(answer.getString(1));
        }
    }

    @Override
    public Standing standing() {
        String question = """
                with last_success as (
                    select max(scheduled_at) as scheduled_at, max(ended_at) as ended_at
                    from etl.nightly_run
                    where night_state = 'succeeded'
                ),
                night as (
                    select count(*) as nights_failed
                    from etl.nightly_run
                    cross join last_success
                    where night_state = 'failed'
                        and nightly_run.scheduled_at > coalesce(last_success.scheduled_at, '-infinity')
                ),
                last_end as (
                    select extract(epoch from ended_at - started_at) as duration
                    from etl.nightly_run
                    where ended_at is not null
                    order by ended_at desc
                    limit 1
                ),
                last_check as (
                    select check_violation_count
                    from etl.nightly_run
                    where check_violation_count is not null
                    order by scheduled_at desc
                    limit 1
                ),
                due as (
                    select
                        count(*) filter (where return_status <> 'waived') as returns_due,
                        count(*) filter (where return_status = 'overdue') as returns_overdue,
                        count(*) filter (where return_status = 'refused') as returns_refused
                    from mart.return_status
                ),
                issue as (
                    select
                        count(*) filter (where severity = 'query') as open_queries,
                        count(*) filter (where severity in ('refuse', 'error')) as open_errors
                    from etl.current_issue
                    where issue_state = 'open'
                )
                select
                    last_success.ended_at as last_success,
                    (select duration from last_end) as last_duration,
                    night.*,
                    due.*,
                    issue.*,
                    (select count(distinct month_key) from etl.stale_scorecard) as stale_scorecards,
                    (select check_violation_count from last_check) as check_violations
                from last_success
                cross join night
                cross join due
                cross join issue
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Standing(
                    instant(row, "last_success"),
                    Rows.number(row, "last_duration")
                            .map(seconds ->
                                    Duration.ofMillis(seconds.movePointRight(3).longValue())),
                    row.getInt("nights_failed"),
                    row.getInt("returns_due"),
                    row.getInt("returns_overdue"),
                    row.getInt("returns_refused"),
                    row.getInt("open_queries"),
                    row.getInt("open_errors"),
                    row.getInt("stale_scorecards"),
                    Rows.number(row, "check_violations").map(Number::intValue));
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A turn, or the answer that another has it. */
    private static final class LockedTurn implements Turn {

        private final Connection connection;
        private final String instance;
        private final boolean isTaken;

        LockedTurn(Connection connection, String instance, boolean isTaken) {
            this.connection = connection;
            this.instance = instance;
            this.isTaken = isTaken;
        }

        @Override
        public boolean isTaken() {
            return isTaken;
        }

        @Override
        public Optional<Night> night(Instant scheduledAt) {
            String question = """
                    select
                        night_state, attempt_count, failure_count, next_attempt_at, instance_name, failure_text
                    from etl.nightly_run
                    where scheduled_at = ?
                    """;
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setObject(1, time(scheduledAt));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Night(
                                    scheduledAt,
                                    Night.State.valueOf(
                                            Rows.text(row, "night_state").toUpperCase(Locale.ROOT)),
                                    row.getInt("attempt_count"),
                                    row.getInt("failure_count"),
                                    instant(row, "next_attempt_at"),
                                    Rows.text(row, "instance_name"),
                                    Rows.text(row, "failure_text")))
                            : Optional.empty();
                }
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        @Override
        public Optional<Instant> newestBefore(Instant scheduledAt) {
            String question = "select max(scheduled_at) as newest from etl.nightly_run where scheduled_at < ?";
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setObject(1, time(scheduledAt));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return instant(row, "newest");
                }
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        @Override
        public void begin(Instant scheduledAt, Instant now, int failures, List<Instant> missed) {
            write("""
                    insert into etl.nightly_run as night
                        (scheduled_at, night_state, instance_name, attempt_count, failure_count, started_at)
                    values (?, 'running', ?, 1, ?, ?)
                    on conflict (scheduled_at) do update set
                        night_state = 'running',
                        instance_name = excluded.instance_name,
                        attempt_count = night.attempt_count + 1,
                        failure_count = excluded.failure_count,
                        started_at = excluded.started_at,
                        ended_at = null,
                        next_attempt_at = null,
                        failure_text = '',
                        check_violation_count = null
                    """, time(scheduledAt), instance, failures, time(now));
            write("""
                    update etl.nightly_run
                    set night_state = 'covered', covered_by = ?, next_attempt_at = null
                    where scheduled_at < ? and night_state in ('running', 'waiting')
                    """, time(scheduledAt), time(scheduledAt));
            missed.forEach(night -> write("""
                    insert into etl.nightly_run (scheduled_at, night_state, instance_name, covered_by)
                    values (?, 'covered', ?, ?)
                    on conflict (scheduled_at) do nothing
                    """, time(night), instance, time(scheduledAt)));
        }

        @Override
        public void succeed(Instant scheduledAt, Instant now, int failures) {
            end(scheduledAt, now, "succeeded", failures, Optional.empty(), "", 0);
        }

        @Override
        public void await(Instant scheduledAt, Instant now, int failures, Instant nextAttempt, String failure) {
            end(scheduledAt, now, "waiting", failures, Optional.of(nextAttempt), failure, NOT_CHECKED);
        }

        @Override
        public void fail(Instant scheduledAt, Instant now, int failures, String failure, int violations) {
            end(scheduledAt, now, "failed", failures, Optional.empty(), failure, violations);
        }

        private void end(
                Instant scheduledAt,
                Instant now,
                String state,
                int failures,
                Optional<Instant> nextAttempt,
                String failure,
                int violations) {
            write(
                    """
                    update etl.nightly_run
                    set
                        night_state = ?,
                        ended_at = ?,
                        failure_count = ?,
                        next_attempt_at = ?,
                        failure_text = ?,
                        check_violation_count = nullif(?, %d),
                        load_run_id = (select max(load_run_id) from etl.load_run where request_reason = ?)
                    where scheduled_at = ?
                    """.formatted(NOT_CHECKED),
                    state,
                    time(now),
                    failures,
                    nextAttempt.map(NightTable::time).orElse(null),
                    failure,
                    violations,
                    Night.reason(scheduledAt),
                    time(scheduledAt));
        }

        private void write(String change, @Nullable Object... values) {
            try (PreparedStatement statement = connection.prepareStatement(change)) {
                for (int index = 0; index < values.length; index++) {
                    statement.setObject(index + 1, values[index]);
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        /** A connection that cannot let go of the lock is cut, and the lock is gone with it. */
        @Override
        public void close() {
            try (connection) {
                if (isTaken && !ask(connection, "select pg_advisory_unlock(%d)".formatted(TURN))) {
                    connection.abort(Runnable::run);
                }
            } catch (SQLException e) {
                // What was to be written is written; the server lets go of a lock whose connection is gone.
            }
        }
    }
}
