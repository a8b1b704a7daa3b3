package org.monthend.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of one test's own, migrated and empty. The server is one for all tests of a JVM and ends with it; it keeps
 * its files under target, and in them a migrated template, from which a database is copied in an instant.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseAddress address;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
    }

    public static TestDatabase fresh() {
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        Server.execute("create database %s template %s strategy file_copy".formatted(name, Server.TEMPLATE));
        return new TestDatabase(Server.address(name));
    }

    /** Another one with the same in it; nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        Server.execute("create database %s template %s strategy file_copy".formatted(name, address.database()));
        return new TestDatabase(Server.address(name));
    }

    /** A database that was never migrated. */
    static TestDatabase blank() {
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        Server.execute("create database " + name);
        return new TestDatabase(Server.address(name));
    }

    public DatabaseAddress address() {
        return address;
    }

    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    /** Connections of the login that migrated the database and owns all in it. */
    public DataSource owner() {
        return connectingTo(address);
    }

    /** Connections as the application has them: with the rights of monthend_app and no others. */
    public DataSource application() {
        return as("monthend_app");
    }

    /** Connections with the rights of the given role and no others. */
    public DataSource as(String role) {
        PGSimpleDataSource source = connectingTo(address);
        source.setOptions("-c role=" + role);
        return source;
    }

    @Override
    public void close() {
        Server.execute("drop database %s with (force)".formatted(address.database()));
    }

    private static PGSimpleDataSource connectingTo(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** Started on first need, ended with the JVM. */
    private static final class Server {

        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ENOUGH_BYTES = 4L << 30;

        private static final EmbeddedServer.Session SESSION = new EmbeddedServer(folder()).use();

        private static final String TEMPLATE =
                "template_" + Migration.digestOfChangelog().substring(0, 12);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SESSION::close));
            // Copying and dropping a database waits for the disk several times; what tests write may be lost with it.
            execute("alter system set fsync = off");
            execute("select pg_reload_conf()");
            removeWhatKilledTestsLeft();
            if (!databases().contains(TEMPLATE)) {
                execute("create database half_made");
                Migration.migrate(connectingTo(address("half_made")));
                execute("alter database half_made rename to " + TEMPLATE);
            }
        }

        /**
         * In memory where a system offers that: a database is a thousand small files, which a disk makes ten times as
         * slowly. Each checkout has its own.
         */
        private static Path folder() {
            Path target = Path.of("target", "test-database").toAbsolutePath();
            return Files.isWritable(MEMORY)
                            && MEMORY.toFile().getUsableSpace() > ENOUGH_BYTES
                            && runsProgramsFrom(MEMORY)
                    ? MEMORY.resolve("monthend-tests-%08x".formatted(target.hashCode()))
                    : target;
        }

        /** The server's programs lie beside its files; containers often mount memory so that nothing runs from there. */
        private static boolean runsProgramsFrom(Path folder) {
            try {
                Path probe = Files.createTempFile(folder, "monthend-tests-", ".probe");
                try {
                    return probe.toFile().setExecutable(true) && Files.isExecutable(probe);
                } finally {
                    Files.delete(probe);
                }
            } catch (IOException e) {
                return false;
            }
        }

        static DatabaseAddress address(String database) {
            DatabaseAddress server = SESSION.address();
            return new DatabaseAddress(server.host(), server.port(), database, server.user(), server.password());
        }

        static void execute(String sql) {
            try (Connection connection = connectingTo(SESSION.address()).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private static void removeWhatKilledTestsLeft() {
            for (String database : databases()) {
                boolean outdated = database.startsWith("template_") && !database.equals(TEMPLATE);
                boolean orphaned = database.startsWith("test_")
                        && ProcessHandle.of(processOf(database)).isEmpty();
                if (outdated || orphaned || database.equals("half_made")) {
                    execute("drop database %s with (force)".formatted(database));
                }
            }
        }

        private static long processOf(String testDatabase) {
            return Long.parseLong(testDatabase.replaceAll("^test_(\\d+)_.*$", "$1"));
        }

        private static List<String> databases() {
            List<String> names = new ArrayList<>();
            try (Connection connection = connectingTo(SESSION.address()).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select datname from pg_database where datname ~ '^(template_.{12}|test_.*|half_made)$'")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the databases cannot be listed", e);
            }
            return names;
        }
    }
}
