package org.monthend.warehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server runs under every account that this machine offers, and root has two, in two kinds of folder. */
class ServerAccountTest {

    private static final Path FOLDER = Path.of("target", "account-test").toAbsolutePath();

    static Stream<ServerAccount> accountsOfThisMachine() {
        return ServerAccount.candidates().stream();
    }

    @ParameterizedTest
    @MethodSource("accountsOfThisMachine")
    void runsIn(ServerAccount account) {
        runsTwice(new EmbeddedServer(FOLDER.resolve("open"), List.of(account)));
    }

    @ParameterizedTest
    @MethodSource("accountsOfThisMachine")
    void runsInAFolderThatNoOtherAccountCanReach(ServerAccount account) throws IOException {
        Path closed = FOLDER.resolve("closed");
        Files.createDirectories(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path data = closed.resolve("data");

        runsTwice(new EmbeddedServer(data, List.of(account)));

        boolean elsewhere = !ServerHome.folderFor(data).equals(data);
        assertThat(elsewhere).isEqualTo(account == ServerAccount.NOBODY);
    }

    private static void runsTwice(EmbeddedServer server) {
        for (int time = 0; time < 2; time++) {
            try (EmbeddedServer.Session session = server.use()) {
                assertThat(server.running()).contains(session.address());
            }
            assertThat(server.running()).isEmpty();
        }
    }

    @AfterEach
    void removesItsFolders() throws IOException {
        Path elsewhere = ServerHome.folderFor(FOLDER.resolve("closed/data"));
        deleteAll(elsewhere);
        deleteAll(FOLDER);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        }
        java.util.Collections.reverse(paths);
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
