package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.EditionStamp;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardComparison;
import org.monthend.scorecard.ScorecardFigures;

/** Editions of the scorecard in the warehouse. */
public final class EditionTables implements EditionStore {

    private final DataSource warehouse;

    public EditionTables(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<ReportingMonth> stale() {
        String question = "select distinct month_key from etl.stale_scorecard order by month_key";
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            List<ReportingMonth> months = new ArrayList<>();
            while (rows.next()) {
                months.add(Rows.month(rows, "month_key"));
            }
            return months;
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Edition replaceDraft(
            ReportingMonth month, String organisationCode, Function<ScorecardFigures, Scorecard> computation) {
        try (Connection connection = warehouse.getConnection()) {
            try {
                Instant dataAsAt = beginAsOfNow(connection);
                List<Long> marks = staleMarks(connection, month);
                ScorecardFigures figures = FigureQueries.figures(connection, organisationCode, month);
                Scorecard scorecard = computation.apply(figures);
                QuarterIssues.record(warehouse, scorecard);
                if (saysThePublished(connection, scorecard)) {
                    removeDraft(connection, month, organisationCode);
                } else {
                    int edition = draft(connection, month, organisationCode, dataAsAt);
                    String forecast = PastForecasts.digest(connection, edition);
                    EditionWriter.replace(connection, edition, scorecard);
                    if (!forecast.equals(PastForecasts.digest(connection, edition))) {
                        PastForecasts.markLaterDrafts(connection, edition);
                    }
                }
                clear(connection, marks);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
        return newest(month, organisationCode).orElseThrow();
    }

    @Override
    public Optional<Edition> newest(ReportingMonth month, String organisationCode) {
        return read(connection -> EditionReader.newest(connection, month, organisationCode));
    }

    @Override
    public Optional<EditionStamp> stamp(ReportingMonth month, String organisationCode) {
        return read(connection -> EditionReader.stamp(connection, month, organisationCode));
    }

    @Override
    public Optional<Edition> edition(ReportingMonth month, String organisationCode, int number) {
        return read(connection -> EditionReader.numbered(connection, month, organisationCode, number));
    }

    @Override
    public Optional<Edition> inForce(ReportingMonth month, String organisationCode, Instant time) {
        return read(connection -> EditionReader.inForce(connection, month, organisationCode, time));
    }

    @Override
    public ScorecardFigures figuresAt(ReportingMonth month, String organisationCode, Instant time) {
        return read(connection -> FigureQueries.figuresAt(connection, organisationCode, month, time));
    }

    @Override
    public Optional<EditionFiles> files(ReportingMonth month, String organisationCode, int number) {
        String question = """
                select page, workbook
                from etl.publication
                where month_key = ? and organisation_code = ? and edition_no = ?
                """;
        return read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, month.key());
                statement.setString(2, organisationCode);
                statement.setInt(3, number);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new EditionFiles(row.getBytes(1), row.getBytes(2)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<String> organisation() {
        String question = """
                select organisation_code
                from dw.dim_organisation
                where is_current and parent_organisation_code is null
                order by organisation_id
                limit 1
                """;
        return read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    private interface Reading<T> {

        T of(Connection connection) throws SQLException;
    }

    /** Several questions to one state of the warehouse. */
    private <T> T read(Reading<T> reading) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return reading.of(connection);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /**
     * Begins a transaction that sees all that was published until now, and tells the time of that: while nobody can
     * publish, the snapshot is taken and the clock is read.
     */
    private Instant beginAsOfNow(Connection connection) throws SQLException {
        publishLock(connection, "select pg_advisory_lock(?)");
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (PreparedStatement snapshot = connection.prepareStatement("select clock_timestamp()");
                    ResultSet answer = snapshot.executeQuery()) {
                answer.next();
                return answer.getTimestamp(1).toInstant();
            }
        } finally {
            publishLock(connection, "select pg_advisory_unlock(?)");
        }
    }

    private static void publishLock(Connection connection, String call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setLong(1, AdvisoryLocks.PUBLISH);
            statement.execute();
        }
    }

    private static boolean saysThePublished(Connection connection, Scorecard scorecard) throws SQLException {
        return EditionReader.published(
                        connection, scorecard.month(), scorecard.organisation().code())
                .map(published -> ScorecardComparison.between(published.scorecard(), scorecard)
                        .isEmpty())
                .orElse(false);
    }

    /** There was one while the figures were other ones. */
    private static void removeDraft(Connection connection, ReportingMonth month, String organisationCode)
            throws SQLException {
        String question = """
                select edition_key
                from dw.dim_scorecard_edition
                join dw.dim_organisation using (organisation_key)
                where month_key = ? and organisation_code = ? and edition_status = 'draft'
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setString(2, organisationCode);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    PastForecasts.markLaterDrafts(connection, row.getInt(1));
                    EditionWriter.remove(connection, row.getInt(1));
                }
            }
        }
    }

    private static List<Long> staleMarks(Connection connection, ReportingMonth month) throws SQLException {
        String question = "select stale_scorecard_id from etl.stale_scorecard where month_key = ?";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> marks = new ArrayList<>();
                while (rows.next()) {
                    marks.add(rows.getLong(1));
                }
                return marks;
            }
        }
    }

    /** Only the marks that were seen are cleared: one that came since is about figures that were not. */
    private static void clear(Connection connection, List<Long> marks) throws SQLException {
        String delete = "delete from etl.stale_scorecard where stale_scorecard_id = any (?)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(1, connection.createArrayOf("bigint", marks.toArray()));
            statement.executeUpdate();
        }
    }

    /** The month's draft edition: the one that is there, or else the next. */
    private static int draft(Connection connection, ReportingMonth month, String organisationCode, Instant dataAsAt)
            throws SQLException {
        String draft = """
                insert into dw.dim_scorecard_edition (
                    month_key, organisation_key, organisation_id, edition_no, data_as_at, method_version
                )
                select
                    ?, organisation_key, organisation_id,
                    1 + (
                        select coalesce(max(edition_no), 0)
                        from dw.dim_scorecard_edition as earlier
                        where earlier.month_key = ? and earlier.organisation_id = organisation.organisation_id
                    ),
                    ?, ?
                from dw.dim_organisation as organisation
                where organisation_code = ? and is_current
                on conflict (month_key, organisation_id) where edition_status = 'draft' do update
                set
                    organisation_key = excluded.organisation_key,
                    data_as_at = excluded.data_as_at,
                    method_version = excluded.method_version
                returning edition_key
                """;
        try (PreparedStatement statement = connection.prepareStatement(draft)) {
            statement.setInt(1, month.key());
            statement.setInt(2, month.key());
            statement.setTimestamp(3, Timestamp.from(dataAsAt));
            statement.setString(4, Scorecard.METHOD_VERSION);
            statement.setString(5, organisationCode);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }
}
