package org.monthend.warehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {

    /** Kept between tests and between runs, so that programs are unpacked once. */
    private static final Path FOLDER = Path.of("target", "server-test").toAbsolutePath();

    private static final Path PID_FILE = FOLDER.resolve("postgresql-18/postmaster.pid");

    private final EmbeddedServer server = new EmbeddedServer(FOLDER);

    @AfterEach
    void leavesNoServerBehind() {
        assertThat(server.stop()).isTrue();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void startsForItsFirstUserAndStopsWithItsLast() throws SQLException {
        EmbeddedServer.Session first = server.use();
        EmbeddedServer.Session second = new EmbeddedServer(FOLDER).use();
        assertThat(second.address()).isEqualTo(first.address());

        first.close();
        assertThat(ask(second.address(), "select current_database() || ' ' || current_user"))
                .isEqualTo("monthend monthend");

        second.close();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void closingTwiceLetsGoOnce() {
        try (EmbeddedServer.Session other = server.use()) {
            EmbeddedServer.Session session = server.use();
            session.close();
            session.close();
            assertThat(server.running()).contains(other.address());
        }
    }

    @Test
    void staysWhenItWasStartedToStay() {
        DatabaseAddress address = server.start();
        server.use().close();
        assertThat(server.running()).contains(address);
    }

    @Test
    void isNotStoppedUnderTheHandsOfAUser() {
        server.start();
        EmbeddedServer.Session session = server.use();
        assertThat(server.stop()).isFalse();
        assertThat(server.running()).contains(session.address());
        session.close();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void isSharedWithAnotherProcess() throws Exception {
        Process other = ServerUser.startedOn(FOLDER);
        EmbeddedServer.Session session = server.use();
        session.close();
        assertThat(server.running()).contains(session.address());

        other.getOutputStream().close();
        assertThat(other.waitFor()).isZero();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void aProcessThatWasKilledNoLongerUsesIt() throws Exception {
        Process other = ServerUser.startedOn(FOLDER);
        other.destroyForcibly().waitFor();
        assertThat(server.running()).isPresent();
        server.use().close();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void startsOnceForManyAtTheSameMoment() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<EmbeddedServer.Session>> sessions =
                threads.invokeAll(java.util.Collections.nCopies(8, () -> new EmbeddedServer(FOLDER).use()));
        for (Future<EmbeddedServer.Session> session : sessions) {
            assertThat(session.get().address()).isEqualTo(sessions.get(0).get().address());
        }
        for (Future<EmbeddedServer.Session> session : sessions) {
            session.get().close();
        }
        threads.shutdown();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void recoversWhatWasCommittedAfterItWasKilled() throws Exception {
        DatabaseAddress address = server.start();
        tell(address, "drop table if exists survivor");
        tell(address, "create table survivor as select 1 as life");
        killPostmaster();
        assertThat(server.running()).isEmpty();
        assertThat(PID_FILE).exists();

        try (EmbeddedServer.Session session = server.use()) {
            assertThat(ask(session.address(), "select life from survivor")).isEqualTo("1");
        }
        assertThat(server.running()).isEmpty();
    }

    /** While the system still takes the killed one apart. */
    @RepeatedTest(5)
    void startsInTheMomentInWhichItWasKilled() throws Exception {
        server.start();
        ProcessHandle.of(Long.parseLong(Files.readAllLines(PID_FILE).get(0)))
                .orElseThrow()
                .destroyForcibly();

        try (EmbeddedServer.Session session = server.use()) {
            assertThat(ask(session.address(), "select 1")).isEqualTo("1");
        }
    }

    /** As an administrator's restart may, between the look for a server and the start of one. */
    @Test
    void takesOverTheServerThatAnotherHasStartedMeanwhile() throws IOException {
        DatabaseAddress address = server.start();
        Postmaster.start(
                ServerHome.prepare(FOLDER, ServerAccount.candidates()),
                () -> server.running().isPresent());
        assertThat(server.running()).contains(address);
    }

    @Test
    void startsWhenAnotherProgramHasGotThePidOfTheKilledServer() throws Exception {
        server.start();
        killPostmaster();
        Process stranger = new ProcessBuilder("sleep", "100").start();
        List<String> lines = Files.readAllLines(PID_FILE);
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(PID_FILE, lines);

        try (EmbeddedServer.Session session = server.use()) {
            assertThat(ask(session.address(), "select 1")).isEqualTo("1");
        }
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void keepsItsPortAndTakesAnotherOnlyWhenThatIsTaken() throws IOException {
        int port = server.start().port();
        server.stop();
        assertThat(server.start().port()).isEqualTo(port);
        server.stop();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.start().port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void listensOnLoopbackAloneAndCommitsToDisk() throws SQLException {
        try (EmbeddedServer.Session session = server.use()) {
            assertThat(ask(session.address(), """
                    select string_agg(name || '=' || setting, ' ' order by name)
                    from pg_settings
                    where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses',
                        'unix_socket_directories', 'server_encoding', 'password_encryption')
                    """))
                    .isEqualTo("fsync=on full_page_writes=on listen_addresses=127.0.0.1"
                            + " password_encryption=scram-sha-256 server_encoding=UTF8 synchronous_commit=on"
                            + " unix_socket_directories=");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordThatItsOwnerAloneMayRead() throws IOException {
        try (EmbeddedServer.Session session = server.use()) {
            DatabaseAddress address = session.address();
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(address.toString()).doesNotContain(address.password());
        }
        assertThat(Files.getPosixFilePermissions(FOLDER.resolve("postgresql-18.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysInOneSentenceAndWithTheLogWhyItDoesNotStart() throws IOException {
        server.start();
        server.stop();
        Path settings = FOLDER.resolve("postgresql-18/postgresql.auto.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, before + "no_such_setting = 1\n");
        try {
            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContaining(FOLDER.resolve("postgresql-18") + " does not start")
                    .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        } finally {
            Files.writeString(settings, before);
        }
    }

    private static void killPostmaster() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(PID_FILE).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        assertThat(postmaster.info().command().orElseThrow()).endsWith("postgres");
        postmaster.destroyForcibly();
        postmaster.onExit().get();
    }

    private static String ask(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
