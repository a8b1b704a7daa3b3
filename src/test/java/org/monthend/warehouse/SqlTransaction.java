package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a test does in one transaction, and takes back when it is closed. */
final class SqlTransaction implements AutoCloseable {

    private final Connection connection;

    private SqlTransaction(Connection connection) {
        this.connection = connection;
    }

    static SqlTransaction on(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new SqlTransaction(connection);
    }

    Connection connection() {
        return connection;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
