package org.monthend.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.WarehouseLogin;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases on an embedded server of the product's own kind, each a copy of one that is migrated and empty. */
final class Databases implements AutoCloseable {

    private static final String TEMPLATE = "bench_template";

    private final EmbeddedServer.Session session;
    private int made;

    Databases(Path folder) throws SQLException {
        session = new EmbeddedServer(folder.resolve("database")).use();
        for (String left : names()) {
            execute(session.address(), "drop database " + left + " with (force)");
        }
        execute(session.address(), "create database " + TEMPLATE);
        open(at(TEMPLATE)).close();
    }

    /** A fresh one; what was made before it is dropped. */
    DatabaseAddress fresh() throws SQLException {
        if (made > 0) {
            execute(session.address(), "drop database bench_" + made + " with (force)");
        }
        made++;
        execute(session.address(), "create database bench_" + made + " template " + TEMPLATE);
        // What others left to be written is not to be paid for by who comes next.
        execute(session.address(), "checkpoint");
        return at("bench_" + made);
    }

    static Warehouse open(DatabaseAddress address) {
        return Warehouse.at(new WarehouseLogin(address.jdbcUrl(), address.user(), address.password()));
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source.getConnection();
    }

    static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(DatabaseAddress address, String question) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** The server's first process, the parent of all that work for it. */
    ProcessHandle server() throws SQLException {
        try (Connection connection = connect(session.address());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return ProcessHandle.of(answer.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    private DatabaseAddress at(String database) {
        DatabaseAddress server = session.address();
        return new DatabaseAddress(server.host(), server.port(), database, server.user(), server.password());
    }

    private List<String> names() throws SQLException {
        try (Connection connection = connect(session.address());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select coalesce(string_agg(datname, ' '), '') from pg_database where datname ~ '^bench_'")) {
            answer.next();
            String names = answer.getString(1);
            return names.isEmpty() ? List.of() : List.of(names.split(" "));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
