package org.monthend.warehouse.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a server's programs, its database files and its password are, and the account that may reach them.
 *
 * <p>Mostly that is the data folder. Where the server must run as nobody, and nobody cannot reach the data folder (in
 * the home of root, say), it is a folder under /var/lib/monthend, and a file in the data folder names it.
 */
record ServerHome(Path folder, Path binaries, ServerAccount account) {

    static final int MAJOR_VERSION = 18;

    private static final String NAME = "postgresql-" + MAJOR_VERSION;
    private static final String POINTER = NAME + ".elsewhere";
    private static final Path ELSEWHERE = Path.of("/var/lib/monthend");

    /** The folder that holds the server's files, whether or not there are any yet. */
    static Path folderFor(Path dataFolder) throws IOException {
        Path pointer = dataFolder.resolve(POINTER);
        return Files.exists(pointer)
                ? Path.of(Files.readString(pointer).strip())
                : dataFolder.toAbsolutePath().normalize();
    }

    /** Unpacks what is missing, makes the database files on first use, and finds an account that can run the server. */
    static ServerHome prepare(Path dataFolder, List<ServerAccount> candidates) throws IOException {
        ServerBinaries packed = ServerBinaries.ofThisMachine();
        Path folder = folderFor(dataFolder);
        Files.createDirectories(folder);
        Path binaries = unpacked(packed, folder);
        for (ServerAccount account : candidates) {
            if (canRun(binaries, account)) {
                return new ServerHome(folder, binaries, account).withCluster();
            }
        }
        boolean mayMove = candidates.contains(ServerAccount.NOBODY) && !Files.exists(cluster(folder));
        if (mayMove) {
            Path elsewhere = ELSEWHERE.resolve(
                    UUID.nameUUIDFromBytes(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8))
                            .toString());
            Files.createDirectories(elsewhere);
            Path moved = unpacked(packed, elsewhere);
            if (canRun(moved, ServerAccount.NOBODY)) {
                ServerHome home = new ServerHome(elsewhere, moved, ServerAccount.NOBODY).withCluster();
                deleteAll(binaries);
                write(dataFolder.resolve(POINTER), elsewhere.toString());
                return home;
            }
        }
        throw new ServerUnavailable(
                "The embedded PostgreSQL in " + folder + " cannot run as root, and here neither 'unshare --user' nor"
                        + " 'setpriv' gives it another account: start Monthend as an ordinary user, or name a database of"
                        + " your own.");
    }

    private static boolean canRun(Path binaries, ServerAccount account) throws IOException {
        List<String> command =
                account.command(List.of(binaries.resolve("bin/postgres").toString(), "--version"));
        return Command.run(command, binaries).succeeded();
    }

    /** The programs, unpacked at most once: what is half unpacked has another name. */
    private static Path unpacked(ServerBinaries packed, Path folder) throws IOException {
        Path binaries = folder.resolve(NAME + "-binaries-" + packed.mark());
        if (!Files.exists(binaries)) {
            Path half = folder.resolve(NAME + "-binaries.new");
            deleteAll(half);
            packed.unpackInto(half);
            settle(half, binaries);
        }
        return binaries;
    }

    private ServerHome withCluster() throws IOException {
        if (!Files.exists(cluster())) {
            Path half = folder.resolve(NAME + ".new");
            deleteAll(half);
            Files.createDirectory(half);
            writePassword();
            account.own(half);
            List<String> initdb = List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + half,
                    "--username=" + EmbeddedServer.NAME,
                    "--pwfile=" + passwordFile(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-sync",
                    "--no-instructions");
            Command.Outcome outcome = Command.run(account.command(initdb), folder);
            if (!outcome.succeeded()) {
                throw new ServerUnavailable("The embedded PostgreSQL could not make its database files in " + half
                        + "; look whether the disk is full or read-only. It said: " + outcome.lastLines());
            }
            settle(half, cluster());
        }
        account.own(passwordFile());
        account.own(cluster());
        return this;
    }

    private void writePassword() throws IOException {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        write(passwordFile(), HexFormat.of().formatHex(bytes));
        account.own(passwordFile());
    }

    /** Writes a file that its owner alone may read, all of it or nothing. */
    private static void write(Path file, String text) throws IOException {
        Path half = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives what is complete its name, once it is safe on the disk: a name never stands for half a folder. */
    private static void settle(Path half, Path whole) throws IOException {
        Command.run(List.of("sync"), half);
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.toList();
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.delete(paths.get(i));
        }
    }

    Path cluster() {
        return cluster(folder);
    }

    static Path cluster(Path folder) {
        return folder.resolve(NAME);
    }

    Path passwordFile() {
        return passwordFile(folder);
    }

    static Path passwordFile(Path folder) {
        return folder.resolve(NAME + ".password");
    }
}
