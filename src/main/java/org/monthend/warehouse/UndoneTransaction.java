package org.monthend.warehouse;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * One transaction in which everything is done as ever, and which is undone in the end: what would be so can be asked while it
 * is open, and nobody else sees any of it. Numbers of sequences that were used up are not given back.
 */
public final class UndoneTransaction implements AutoCloseable {

    private final Connection connection;

    /** Begins it on a connection of its own. */
    public UndoneTransaction(DataSource warehouse) {
        try {
            this.connection = warehouse.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** Connections that are all the same one, for one thread: each commits and rolls back only what it did itself. */
    public DataSource connections() {
        return new PartsOfTransaction(connection);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private record PartsOfTransaction(Connection connection) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return PartOfTransaction.of(connection);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            throw new SQLFeatureNotSupportedException("no log");
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException("no log");
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException("nobody logs in");
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("no log");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("it wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
