package org.monthend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.warehouse.Warehouse;
import org.monthend.warehouse.WarehouseLogin;
import org.monthend.warehouse.server.DatabaseAddress;
import org.monthend.warehouse.server.EmbeddedServer;

/** A PostgreSQL of the product's own kind, as durable as the product's, with a database for each case. */
final class Server implements AutoCloseable {

    private static final String TEMPLATE = "migrated";
    private static final int NOBODY = 65534;

    private final EmbeddedServer server;
    private final Path folder;
    private final DatabaseAddress address;
    private final boolean victim;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger numbered = new AtomicInteger();

    private Server(Path folder, boolean victim) {
        this.folder = folder;
        this.victim = victim;
        this.server = new EmbeddedServer(folder);
        this.address = server.start();
    }

    private Server withTemplate() throws SQLException {
        for (var name : maintenance().rows("select datname from pg_database where datname ~ '^(case_.*|migrated)$'")) {
            maintenance().execute("drop database %s with (force)".formatted(name.get(0)));
        }
        maintenance().execute("create database " + TEMPLATE);
        DatabaseAddress template = at(TEMPLATE).address();
        Warehouse.at(new WarehouseLogin(template.jdbcUrl(), template.user(), template.password()))
                .close();
        return this;
    }

    /** One that nobody harms. */
    static Server bystander(Path folder) throws SQLException {
        return new Server(folder, false).withTemplate();
    }

    /** One that is to be harmed. */
    static Server victim(Path folder) throws SQLException {
        return new Server(folder, true).withTemplate();
    }

    /** One that the product has made. */
    static Server around(Path folder) {
        return new Server(folder, false);
    }

    /** The product's own database in it. */
    Database asItIs() {
        return at(address.database());
    }

    boolean isVictim() {
        return victim;
    }

    /** The data folder, as the product is told of it. */
    Path folder() {
        return folder;
    }

    private Database maintenance() {
        return at("postgres");
    }

    /** Migrated and empty. */
    Database fresh() throws SQLException {
        return numberedApart(made("case_" + made.incrementAndGet(), "template " + TEMPLATE));
    }

    /** The one that the product finds when it is told of the data folder: migrated and empty. */
    Database embedded() throws SQLException {
        maintenance().execute("drop database if exists %s with (force)".formatted(address.database()));
        return made(address.database(), "template " + TEMPLATE);
    }

    /** A copy of one that nobody is connected to. */
    Database copy(Database original) throws SQLException {
        return numberedApart(made(
                "case_" + made.incrementAndGet(),
                "template " + original.address().database()));
    }

    /** Never migrated. */
    Database blank() throws SQLException {
        return made("case_" + made.incrementAndGet(), "");
    }

    private Database made(String name, String how) throws SQLException {
        maintenance().execute("create database %s %s strategy file_copy".formatted(name, how));
        return at(name);
    }

    /** Spring Batch mixes up steps of one number in one process, even if they are in two databases. */
    private Database numberedApart(Database database) throws SQLException {
        long first = 1_000_000L * numbered.incrementAndGet();
        database.execute(Stream.of("batch_job_instance_seq", "batch_job_execution_seq", "batch_step_execution_seq")
                .map(sequence -> "alter sequence batch.%s restart with %d".formatted(sequence, first))
                .collect(Collectors.joining("; ")));
        return database;
    }

    void drop(Database database) throws SQLException {
        maintenance()
                .execute("drop database if exists %s with (force)"
                        .formatted(database.address().database()));
    }

    private Database at(String name) {
        return new Database(
                new DatabaseAddress(address.host(), address.port(), name, address.user(), address.password()));
    }

    /** Restarts it as an administrator would: fast, or immediate, which is a crash. */
    void restart(String mode) throws IOException, InterruptedException {
        run(
                "restart",
                "--wait",
                "--timeout=60",
                "--mode=" + mode,
                "--log=" + cluster().resolve("server.log"));
    }

    /** kill -9 of its first process; what starts it again is the product's own means. */
    void killPostmaster() throws IOException, InterruptedException {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Starts it where it does not run; on the same port, or the case that uses it is lost. */
    void start() {
        DatabaseAddress again = server.start();
        if (again.port() != address.port()) {
            throw new IllegalStateException(
                    "the server has moved from port %d to %d".formatted(address.port(), again.port()));
        }
    }

    /** The processes that work for the product in a database. */
    List<Long> backends(Database database) throws SQLException {
        return maintenance().rows("""
                        select pid from pg_stat_activity
                        where datname = '%s' and backend_type = 'client backend' and application_name <> 'faults'
                        order by pid
                        """.formatted(database.address().database())).stream()
                .map(row -> Long.parseLong(row.get(0)))
                .toList();
    }

    /** Ends a process of it as an administrator would. */
    void terminate(long backend) throws SQLException {
        maintenance().execute("select pg_terminate_backend(%d)".formatted(backend));
    }

    private Path cluster() {
        return folder.resolve("postgresql-18");
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Path program;
        try (Stream<Path> found = Files.list(folder)) {
            program = found.filter(each -> each.getFileName().toString().startsWith("postgresql-18-binaries-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin/pg_ctl");
        }
        List<String> command = Stream.concat(
                        Stream.concat(account(), Stream.of(program.toString(), "--pgdata=" + cluster())),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    /** PostgreSQL does not run as root: then as the product runs it. */
    private Stream<String> account() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return Stream.of();
        }
        int owner = (int) Files.getAttribute(cluster(), "unix:uid");
        return owner == NOBODY
                ? Stream.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups")
                : Stream.of("unshare", "--user");
    }

    /** What a setting is while it runs. */
    String setting(String name) throws SQLException {
        return maintenance().only("show " + name);
    }

    @Override
    public void close() {
        server.start();
        server.stop();
    }
}
