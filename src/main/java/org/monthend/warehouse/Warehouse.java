package org.monthend.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.warehouse.server.EmbeddedServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The warehouse, migrated and open: in the embedded server, or wherever a URL says. Its connections act as the role
 * monthend_app, which can add facts but neither change nor delete them.
 */
public final class Warehouse implements AutoCloseable {

    /** The lock of the months, two loaders, and the job repository beside each. */
    private static final int CONNECTIONS = 8;

    private final HikariDataSource connections;
    private final Optional<EmbeddedServer.Session> session;

    private Warehouse(WarehouseLogin login, Optional<EmbeddedServer.Session> session) {
        migrate(login);
        this.session = session;
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(login.jdbcUrl());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql("set role monthend_app");
        pool.addDataSourceProperty("ApplicationName", "monthend");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.setPoolName("warehouse");
        this.connections = new HikariDataSource(pool);
    }

    /** The embedded server in the data folder, started when it does not run. */
    public static Warehouse embedded(Path dataFolder) {
        EmbeddedServer.Session session = new EmbeddedServer(dataFolder).use();
        try {
            return new Warehouse(WarehouseLogin.of(session.address()), Optional.of(session));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** A PostgreSQL that runs elsewhere; the login must own the database, or the database be migrated already. */
    public static Warehouse at(WarehouseLogin login) {
        return new Warehouse(login, Optional.empty());
    }

    private static void migrate(WarehouseLogin login) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(login.jdbcUrl());
        owner.setUser(login.user());
        owner.setPassword(login.password());
        refuseUnreachable(owner);
        Migration.migrate(owner);
    }

    /** A database that is not there is told in a sentence before anything else is tried. */
    private static void refuseUnreachable(DataSource owner) {
        try {
            Connection connection = owner.getConnection();
            connection.close();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    public DataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
        session.ifPresent(EmbeddedServer.Session::close);
    }
}
