package org.monthend.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that wait for a lost server once. Whoever puts a broken run down asks for one after the other, and all of
 * them together must not take the minute after which the run can be given again; so after the first that waited in vain
 * the server is asked itself, which answers or does not at once.
 */
final class ConnectionPool extends HikariDataSource {

    private static final int SECONDS_TO_ANSWER = 2;

    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private volatile boolean lost;

    ConnectionPool(HikariConfig pool) {
        super(pool);
        server.setUrl(pool.getJdbcUrl());
        server.setUser(pool.getUsername());
        server.setPassword(pool.getPassword());
        server.setConnectTimeout(SECONDS_TO_ANSWER);
        server.setLoginTimeout(SECONDS_TO_ANSWER);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (lost) {
            server.getConnection().close();
        }
        try {
            Connection connection = super.getConnection();
            lost = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            lost = true;
            throw e;
        }
    }
}
