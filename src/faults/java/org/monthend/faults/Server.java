package org.monthend.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.WarehouseLogin;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;

/** A PostgreSQL of the product's own kind, as durable as the product's, with a database for each case. */
final class Server implements AutoCloseable {

    private static final String TEMPLATE = "migrated";

    private final EmbeddedServer.Session session;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger numbered = new AtomicInteger();

    Server(Path folder) throws SQLException {
        session = new EmbeddedServer(folder).use();
        Database maintenance = new Database(session.address());
        for (var name : maintenance.rows("select datname from pg_database where datname ~ '^(case_.*|migrated)$'")) {
            maintenance.execute("drop database %s with (force)".formatted(name.get(0)));
        }
        maintenance.execute("create database " + TEMPLATE);
        DatabaseAddress template = at(TEMPLATE).address();
        Warehouse.at(new WarehouseLogin(template.jdbcUrl(), template.user(), template.password()))
                .close();
    }

    /** Migrated and empty. */
    Database fresh() throws SQLException {
        return numberedApart(made("template " + TEMPLATE));
    }

    /** A copy of one that nobody is connected to. */
    Database copy(Database original) throws SQLException {
        return numberedApart(made("template " + original.address().database()));
    }

    /** Spring Batch mixes up steps of one number in one process, even if they are in two databases. */
    private Database numberedApart(Database database) throws SQLException {
        long first = 1_000_000L * numbered.incrementAndGet();
        for (String sequence :
                List.of("batch_job_instance_seq", "batch_job_execution_seq", "batch_step_execution_seq")) {
            database.execute("alter sequence batch.%s restart with %d".formatted(sequence, first));
        }
        return database;
    }

    /** Never migrated. */
    Database blank() throws SQLException {
        return made("");
    }

    private Database made(String how) throws SQLException {
        String name = "case_" + made.incrementAndGet();
        new Database(session.address()).execute("create database %s %s".formatted(name, how));
        return at(name);
    }

    void drop(Database database) throws SQLException {
        new Database(session.address())
                .execute("drop database %s with (force)"
                        .formatted(database.address().database()));
    }

    private Database at(String name) {
        DatabaseAddress server = session.address();
        return new Database(new DatabaseAddress(server.host(), server.port(), name, server.user(), server.password()));
    }

    @Override
    public void close() {
        session.close();
    }
}
