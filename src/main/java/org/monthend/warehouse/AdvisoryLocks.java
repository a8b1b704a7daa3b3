package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.MonthLocks;

/**
 * Months held by session advisory locks: they exclude other runs, and they are gone with the connection, however the
 * process ends.
 */
public final class AdvisoryLocks implements MonthLocks {

    /** Key of the lock under which revisions are published. */
    static final long PUBLISH = 73_001;

    /** First key of the locks of months; the second is the month's. */
    private static final int MONTH = 73_002;

    /** Before the holder in the name of the connection, which others read. */
    private static final String PREFIX = "monthend: ";

    /** What PostgreSQL keeps of the name of a connection, in bytes. */
    private static final int LONGEST_NAME = 63;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'");

    private final DataSource warehouse;
    private final Clock clock;
    private final String holder;

    /** @param holder who takes the locks, as others are to read it: process 123 on host x */
    public AdvisoryLocks(DataSource warehouse, Clock clock, String holder) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.holder = holder;
    }

    @Override
    public Held take(List<ReportingMonth> months) {
        try {
            Connection connection = warehouse.getConnection();
            try {
                takeAll(connection, months);
            } catch (SQLException | RuntimeException e) {
                letGo(connection);
                throw e;
            }
            return new HeldByConnection(connection);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private void takeAll(Connection connection, List<ReportingMonth> months) throws SQLException {
        String since = ", since " + TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        int room = LONGEST_NAME - PREFIX.length() - since.length();
        name(connection, PREFIX + (holder.length() > room ? holder.substring(0, room) : holder) + since);
        for (ReportingMonth month : months) {
            try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
                statement.setInt(1, MONTH);
                statement.setInt(2, month.key());
                try (ResultSet answer = statement.executeQuery()) {
                    answer.next();
                    if (!answer.getBoolean(1)) {
                        throw new MonthIsHeld(heldBy(connection, month));
                    }
                }
            }
        }
    }

    private static String heldBy(Connection connection, ReportingMonth month) throws SQLException {
        String question = """
                select coalesce(activity.application_name, '')
                from pg_locks
                left join pg_stat_activity as activity using (pid)
                where pg_locks.locktype = 'advisory'
                    and pg_locks.granted
                    and pg_locks.classid = ?
                    and pg_locks.objid = ?
                    and pg_locks.database = (select oid from pg_database where datname = current_database())
                """;
        String who = "another run";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, MONTH);
            statement.setInt(2, month.key());
            try (ResultSet answer = statement.executeQuery()) {
                if (answer.next() && answer.getString(1).startsWith(PREFIX)) {
                    who = answer.getString(1).substring(PREFIX.length());
                }
            }
        }
        return "%s is held by %s. Wait until it has finished, then run the same command again."
                .formatted(month.longLabel(), who);
    }

    private static void name(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('application_name', ?, false)")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    /** Locks live as long as their connection does. */
    private record HeldByConnection(Connection connection) implements Held {

        @Override
        public void confirm() {
            try (PreparedStatement statement = connection.prepareStatement("select true")) {
                statement.execute();
            } catch (SQLException e) {
                throw Failure.of(e);
            }
        }

        @Override
        public void close() {
            letGo(connection);
        }
    }

    private static void letGo(Connection connection) {
        try (connection;
                PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
            name(connection, "monthend");
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
