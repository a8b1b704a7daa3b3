package org.monthend.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL is restarted, fast or by a crash, or one of its processes is killed, at a random moment of a load; then the
 * same command.
 */
final class ServerRestarts implements Trial {

    private enum Blow {
        FAST,
        IMMEDIATE,
        BACKEND_KILLED,
        BACKEND_ENDED,
        POSTMASTER_KILLED
    }

    private final BlockingQueue<Server> idle = new LinkedBlockingQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public String name() {
        return "restarts";
    }

    @Override
    public int fullRounds() {
        return 200;
    }

    @Override
    public Share share() {
        return new Share(10, 4, 25);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        Server server = victim(workshop);
        boolean embedded = random.nextBoolean();
        try (Case monthEnd = new Case(workshop, tally, seed, server, embedded ? server.embedded() : server.fresh())) {
            if (embedded) {
                monthEnd.useEmbedded(server.folder());
            }
            int number = 0;
            for (List<SentFile> wave : monthEnd.workload().waves()) {
                if (!tally.wantsMore()) {
                    break;
                }
                monthEnd.arrive(wave);
                Blow blow = Blow.values()[random.nextInt(Blow.values().length)];
                String what = "wave %d, %s%s".formatted(++number, blow, embedded ? ", embedded" : "");
                Optional<Integer> code = disturbed(monthEnd, server, blow, embedded, random, workshop);
                tally.round(what, code);
                monthEnd.mustHaveEnded(code, what);
                if (!monthEnd.finish(monthEnd.load())) {
                    return;
                }
                // One that the product itself has started ends with it.
                server.start();
                if (!monthEnd.judge(what)) {
                    return;
                }
            }
            monthEnd.judgeReaders();
        } finally {
            server.start();
            idle.add(server);
        }
    }

    private Server victim(Workshop workshop) throws SQLException {
        Optional<Server> known = Optional.ofNullable(idle.poll());
        if (known.isPresent()) {
            return known.get();
        }
        Path folder = workshop.folder().resolve("victim-" + made.incrementAndGet());
        return workshop.closeLater(Server.victim(folder));
    }

    private static Optional<Integer> disturbed(
            Case monthEnd, Server server, Blow blow, boolean embedded, Random random, Workshop workshop)
            throws Exception {
        double moment = random.nextDouble();
        boolean afterCommit = random.nextInt(3) == 0;
        long loadMillis = workshop.loadTime().toMillis();
        try (ProductProcess process = monthEnd.product().start(monthEnd.load())) {
            if (afterCommit) {
                monthEnd.readers().awaitChange(loadMillis * 2);
                Thread.sleep((long) (40 * moment * moment));
            } else {
                Thread.sleep((long) (loadMillis * (0.3 + 0.65 * moment)));
            }
            strike(server, blow, monthEnd.database(), random);
            if (blow == Blow.POSTMASTER_KILLED && !embedded) {
                server.start();
            }
            return process.await(Case.PATIENCE);
        }
    }

    private static void strike(Server server, Blow blow, Database database, Random random) throws Exception {
        switch (blow) {
            case FAST -> server.restart("fast");
            case IMMEDIATE -> server.restart("immediate");
            case POSTMASTER_KILLED -> server.killPostmaster();
            case BACKEND_KILLED, BACKEND_ENDED -> {
                List<Long> backends = server.backends(database);
                if (!backends.isEmpty()) {
                    long chosen = backends.get(random.nextInt(backends.size()));
                    if (blow == Blow.BACKEND_ENDED) {
                        server.terminate(chosen);
                    } else {
                        ProcessHandle.of(chosen).ifPresent(ProcessHandle::destroyForcibly);
                    }
                }
            }
        }
    }
}
