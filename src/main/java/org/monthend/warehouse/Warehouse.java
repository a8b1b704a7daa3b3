package org.monthend.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
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

    /** The lock of the months, the run's own, two loaders, and the job repository beside each. */
    private static final int CONNECTIONS = 10;

    private static final String AS_APPLICATION = "set role monthend_app;";

    /**
     * Where the machine of a run loses its power, nobody closes its connections. Without these the server would keep
     * them, and with them the locks of its months, for more than two hours.
     */
    private static final String NOTICE_A_DEAD_CLIENT = """
            set tcp_keepalives_idle = 10;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = '25s';
            """;

    /** Where the server vanishes without a word, a run gives up and says so; no statement of ours takes a fraction of it. */
    private static final int LONGEST_STATEMENT_SECONDS = 900;

    /**
     * A run that has lost its server asks for several connections before it has put everything down; together they must
     * take less than the minute after which it can be run again.
     */
    private static final int CONNECTION_PATIENCE_MILLIS = 10_000;

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
        pool.setConnectionInitSql(AS_APPLICATION + NOTICE_A_DEAD_CLIENT);
        pool.addDataSourceProperty("ApplicationName", "monthend");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", Integer.toString(LONGEST_STATEMENT_SECONDS));
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.setConnectionTimeout(CONNECTION_PATIENCE_MILLIS);
        pool.setPoolName("warehouse");
        this.connections = open(pool);
    }

    private static HikariDataSource open(HikariConfig pool) {
        try {
            return new ConnectionPool(pool);
        } catch (HikariPool.PoolInitializationException e) {
            throw Failure.of(e.getCause() instanceof SQLException cause ? cause : new SQLException(e));
        }
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
