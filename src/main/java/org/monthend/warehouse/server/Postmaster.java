package org.monthend.warehouse.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.monthend.warehouse.server.Command.Outcome;

/** The server process over one set of database files: started and stopped by pg_ctl, known by its postmaster.pid. */
final class Postmaster {

    private static final int PATIENCE_SECONDS = 60;
    private static final int FIRST_PORT = 15_432;
    private static final int PORTS = 10_000;
    private static final long MOST_LOG_BYTES = 1 << 20;
    private static final String OTHER_POSTMASTER = "Is another postmaster";

    /**
     * What differs from PostgreSQL's defaults: two cores and a few gigabytes, queries of a moment, loads of a million
     * rows. Durability is PostgreSQL's own, so a commit is on the disk.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "work_mem=32MB",
            "maintenance_work_mem=128MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off");

    private Postmaster() {}

    /**
     * Starts a server and waits until it answers; after a crash that may take until the last changes are redone. Another
     * who starts it in the same moment, as an administrator's restart does, has done the work.
     *
     * @param answers whether the server of these files lets the product in by now
     */
    static void start(ServerHome home, BooleanSupplier answers) throws IOException {
        Path portFile = home.folder().resolve(home.cluster().getFileName() + ".port");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        startLogAnew(home.cluster());
        Outcome outcome;
        String log;
        do {
            int port = freePort(portFile);
            long logBefore = Files.exists(log(home.cluster())) ? Files.size(log(home.cluster())) : 0;
            outcome = launch(home, port);
            if (outcome.succeeded()) {
                Files.writeString(portFile, Integer.toString(port));
                return;
            }
            log = logSince(home.cluster(), logBefore);
            if (log.contains(OTHER_POSTMASTER) && answers.getAsBoolean()) {
                return;
            }
        } while (mayPass(log, outcome.pid(), home.cluster()) && System.nanoTime() < deadline);
        throw new ServerUnavailable("The embedded PostgreSQL in " + home.cluster() + " does not start; "
                + "put right what its log says and start again. The log ends: "
                + Command.lastLines(log.isBlank() ? outcome.output() : log));
    }

    private static Outcome launch(ServerHome home, int port) throws IOException {
        StringBuilder options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        return pgCtl(
                home,
                "start",
                "--wait",
                "--timeout=" + PATIENCE_SECONDS,
                "--log=" + log(home.cluster()),
                "--options=" + options);
    }

    /** Whether another attempt may succeed: what is in the way goes by itself, or has just been put out of the way. */
    private static boolean mayPass(String log, long deadPid, Path cluster) throws IOException {
        if (log.contains("could not bind") || log.contains("could not create any TCP/IP sockets")) {
            return true;
        }
        if (log.contains("pre-existing shared memory block")) {
            pause();
            return true;
        }
        if (!log.contains(OTHER_POSTMASTER)) {
            return false;
        }
        if (!disownStrangersPid(cluster, deadPid)) {
            // One that was killed a moment ago is still there while the system takes it apart.
            pause();
        }
        return true;
    }

    /** The backends of a postmaster that was killed notice it within moments. */
    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting PostgreSQL", interrupted);
        }
    }

    /**
     * After a crash the pid in postmaster.pid may by now belong to another program (in a container, where pids are few,
     * it often does), and PostgreSQL then takes it for a postmaster. The pid of a program that has just ended takes its
     * place; the rest of the file stays, by which PostgreSQL still finds backends that may be left.
     */
    private static boolean disownStrangersPid(Path cluster, long deadPid) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
        if (lines.isEmpty()) {
            return false;
        }
        boolean postgres = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
        if (postgres) {
            return false;
        }
        lines.set(0, Long.toString(deadPid));
        Files.write(file, lines);
        return true;
    }

    /** Stops a server and waits for its end; what its clients have not committed is lost to them. */
    static void stop(ServerHome home) throws IOException {
        Outcome outcome = pgCtl(home, "stop", "--wait", "--mode=fast", "--timeout=" + PATIENCE_SECONDS);
        if (!outcome.succeeded()) {
            throw new ServerUnavailable("The embedded PostgreSQL in " + home.cluster() + " does not stop within "
                    + PATIENCE_SECONDS + " s; end its clients and stop it again. It said: " + outcome.lastLines());
        }
    }

    private static Outcome pgCtl(ServerHome home, String... arguments) throws IOException {
        List<String> program = new ArrayList<>();
        program.add(home.binaries().resolve("bin/pg_ctl").toString());
        program.add("--pgdata=" + home.cluster());
        program.addAll(List.of(arguments));
        return Command.run(home.account().command(program), home.folder());
    }

    /** The port that a server says it listens on; it may have died since, so only a connection proves that it lives. */
    static OptionalInt port(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException notRunning) {
            return OptionalInt.empty();
        }
        boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
        return ready ? OptionalInt.of(Integer.parseInt(lines.get(3).strip())) : OptionalInt.empty();
    }

    /** The port of last time, so that what a BI tool was told stays true; another when someone else has it now. */
    private static int freePort(Path portFile) throws IOException {
        Optional<Integer> kept = Files.exists(portFile)
                ? Optional.of(Integer.parseInt(Files.readString(portFile).strip()))
                : Optional.empty();
        int first = kept.orElseGet(() -> FIRST_PORT + Math.floorMod(portFile.hashCode(), PORTS));
        for (int step = 0; step < PORTS; step++) {
            int port = FIRST_PORT + Math.floorMod(first - FIRST_PORT + step, PORTS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerUnavailable("The embedded PostgreSQL finds no free port from " + FIRST_PORT + " to "
                + (FIRST_PORT + PORTS - 1) + " on 127.0.0.1; end what listens there.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path log(Path cluster) {
        return cluster.resolve("server.log");
    }

    private static void startLogAnew(Path cluster) throws IOException {
        if (Files.exists(log(cluster)) && Files.size(log(cluster)) > MOST_LOG_BYTES) {
            Files.delete(log(cluster));
        }
    }

    private static String logSince(Path cluster, long bytesBefore) throws IOException {
        if (!Files.exists(log(cluster))) {
            return "";
        }
        byte[] log = Files.readAllBytes(log(cluster));
        int from = (int) Math.min(bytesBefore, log.length);
        return new String(log, from, log.length - from, StandardCharsets.UTF_8);
    }
}
