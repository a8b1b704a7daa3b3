package org.monthend.warehouse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * A PostgreSQL in a data folder, made on first use and shared by all who name the same folder, in this process or
 * another.
 *
 * <p>It listens on 127.0.0.1 alone. Its one login owns the one database; the password is made at random and kept in a
 * file that only its owner may read. All methods throw {@link ServerUnavailable} when the server cannot be had.
 */
public final class EmbeddedServer {

    /** Of the database and of the login that owns it. */
    static final String NAME = "monthend";

    private static final String HOST = "127.0.0.1";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final Path dataFolder;
    private final List<ServerAccount> candidates;

    public EmbeddedServer(Path dataFolder) {
        this(dataFolder, ServerAccount.candidates());
    }

    EmbeddedServer(Path dataFolder, List<ServerAccount> candidates) {
        this.dataFolder = dataFolder;
        this.candidates = candidates;
    }

    /** Joins the server that runs, or starts it; it is stopped again by the last user, unless it was started to stay. */
    public Session use() {
        return inTurn(use -> {
            DatabaseAddress address = startUnlessRunning();
            use.join();
            return new Session(address);
        });
    }

    /** Starts the server, or takes over the one that runs, to stay until {@link #stop()}. */
    public DatabaseAddress start() {
        return inTurn(use -> {
            DatabaseAddress address = startUnlessRunning();
            Files.writeString(stays(), "");
            return address;
        });
    }

    /** Ends the stay; false while others still use the server, the last of whom will stop it. */
    public boolean stop() {
        return inTurn(use -> {
            Files.deleteIfExists(stays());
            return stopUnlessUsed(use);
        });
    }

    /** Where the server is, if it runs. */
    public Optional<DatabaseAddress> running() {
        try {
            Path folder = ServerHome.folderFor(dataFolder);
            OptionalInt port = Postmaster.port(ServerHome.cluster(folder));
            if (port.isEmpty()) {
                return Optional.empty();
            }
            DatabaseAddress address = address(folder, port.getAsInt());
            return letsIn(address) ? Optional.of(address) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DatabaseAddress startUnlessRunning() throws IOException {
        Optional<DatabaseAddress> running = running();
        if (running.isPresent()) {
            return running.get();
        }
        Files.deleteIfExists(stays());
        ServerHome home = ServerHome.prepare(dataFolder, candidates);
        Postmaster.start(home, () -> running().isPresent());
        OptionalInt port = Postmaster.port(home.cluster());
        if (port.isEmpty()) {
            throw new ServerUnavailable("The embedded PostgreSQL in " + home.cluster()
                    + " ended as soon as it had started; its server.log says why.");
        }
        DatabaseAddress address = address(home.folder(), port.getAsInt());
        if (!letsIn(address)) {
            throw new ServerUnavailable("The embedded PostgreSQL at " + address
                    + " runs but lets nobody in; stop it and start it again, and if that does not help, read the"
                    + " server.log in " + home.cluster() + ".");
        }
        return address;
    }

    private boolean stopUnlessUsed(FolderUse use) throws IOException {
        if (use.isUsed()) {
            return false;
        }
        if (running().isPresent()) {
            Postmaster.stop(ServerHome.prepare(dataFolder, candidates));
        }
        return true;
    }

    private static DatabaseAddress address(Path folder, int port) throws IOException {
        String password = Files.readString(ServerHome.passwordFile(folder)).strip();
        return new DatabaseAddress(HOST, port, NAME, NAME, password);
    }

    /** Whether the server is there and is ours; its database is made if a first start was cut short before that. */
    private static boolean letsIn(DatabaseAddress address) {
        try (Connection connection = connect(address, address.database())) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return NO_SUCH_DATABASE.equals(e.getSQLState()) && createdDatabase(address);
        }
    }

    private static boolean createdDatabase(DatabaseAddress address) {
        try (Connection connection = connect(address, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + NAME);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(DatabaseAddress address, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), database), properties);
    }

    /** Its presence says that the server stays when its last user leaves. */
    private Path stays() {
        return dataFolder.resolve("server.stays");
    }

    private <T> T inTurn(WorkOnFolder<T> work) {
        try {
            FolderUse use = FolderUse.of(dataFolder);
            return use.inTurn(() -> work.run(use));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ServerUnavailable unreadable(IOException e) {
        return new ServerUnavailable(
                "The embedded PostgreSQL cannot use the folder " + dataFolder.toAbsolutePath()
                        + "; see that this account may write there and that the disk is not full (" + e + ").",
                e);
    }

    private interface WorkOnFolder<T> {
        T run(FolderUse use) throws IOException;
    }

    /** One user's hold on the server. */
    public final class Session implements AutoCloseable {

        private final DatabaseAddress address;
        private boolean open = true;

        private Session(DatabaseAddress address) {
            this.address = address;
        }

        public DatabaseAddress address() {
            return address;
        }

        /** Lets go of the server; the last user stops it, unless it was started to stay. Close connections before. */
        @Override
        public void close() {
            boolean ignored = inTurn(use -> {
                if (!open) {
                    return false;
                }
                open = false;
                use.leave();
                return !Files.exists(stays()) && stopUnlessUsed(use);
            });
        }
    }
}
