package org.monthend.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * {@code ./mvnw -Pfaults test-compile exec:exec -Dfaults=kills -Drounds=1000 -Dseed=1}: runs one test, all or the share
 * of CI, and ends with 1 if anything was violated. Times are random in their places, not in their order, so a seed gives
 * the same case again as far as processes can.
 */
public final class Faults {

    private static final List<Trial> TRIALS = List.of(
            new Durability(),
            new Kills(),
            new FailedCalls(),
            new FailedFiles(),
            new ServerRestarts(),
            new SameMonth(),
            new Terminations(),
            new Migrations(),
            new DropFolder());

    /** After that no case is begun: a change is to know soon. */
    private static final int MOST_SECONDS_OF_CI = 120;

    private Faults() {}

    /** @param arguments the test's name, all or ci, and the folder for what it writes */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.UK);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        String asked = arguments[0];
        boolean ci = asked.equals("ci");
        List<Trial> trials = TRIALS.stream()
                .filter(trial -> ci || asked.equals("all") || trial.name().equals(asked))
                .toList();
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("'%s' is no trial. Say %s, all or ci."
                    .formatted(asked, TRIALS.stream().map(Trial::name).toList()));
        }
        // What is tried with every change differs, or it would find what it found before.
        long seed = Long.getLong("seed", ci ? System.currentTimeMillis() / 1_000 % 1_000_000 : 1);
        List<Tally> tallies = new ArrayList<>();
        long started = System.nanoTime();
        try (Workshop workshop = new Workshop(Path.of(arguments[1]))) {
            for (Trial trial : trials) {
                Trial.Share share = ci
                        ? trial.share()
                                .within(MOST_SECONDS_OF_CI
                                        - Case.elapsed(started).toSeconds())
                        : asked();
                Tally tally = new Tally(trial.name(), seed, Math.min(share.rounds(), trial.fullRounds()));
                tallies.add(tally);
                run(trial, workshop, tally, share);
                System.out.println(tally.line());
            }
        }
        int violations = tallies.stream().mapToInt(Tally::violations).sum();
        if (tallies.size() > 1) {
            System.out.println();
            tallies.forEach(tally -> System.out.println(tally.line()));
        }
        System.exit(violations == 0 ? 0 : 1);
    }

    private static Trial.Share asked() {
        return new Trial.Share(
                Integer.getInteger("rounds", Integer.MAX_VALUE), 0, 60 * Integer.getInteger("minutes", 24 * 60));
    }

    /** A case that the harness itself cannot finish proves nothing, and so counts as violated. */
    private static void run(Trial trial, Workshop workshop, Tally tally, long seed) throws InterruptedException {
        try {
            trial.run(workshop, tally, seed);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            tally.violated(seed, List.of("the case could not be finished: " + trace));
        }
    }

    private static void run(Trial trial, Workshop workshop, Tally tally, Trial.Share share) throws Exception {
        int workers = Integer.getInteger("workers", 2);
        int cases = Integer.getInteger("cases", Integer.MAX_VALUE);
        tally.limit(share.fewest(), Duration.ofSeconds(share.seconds()));
        boolean isShare = share.rounds() < trial.fullRounds();
        boolean isAgain = cases < Integer.MAX_VALUE;
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(threads.submit(() -> {
                while (tally.wantsMore() && !trial.isExhausted()) {
                    int number = next.getAndIncrement();
                    if (number >= cases) {
                        return null;
                    }
                    long first = tally.firstSeed();
                    run(trial, workshop, tally, isAgain ? first + number : trial.seed(first, number, isShare));
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> each : running) {
            each.get();
        }
    }
}
