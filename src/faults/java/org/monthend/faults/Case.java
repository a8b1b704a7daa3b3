package org.monthend.faults;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.monthend.cli.Monthend;

/** A month end of its own: a database, folders, a workload of a seed, and a reader that looks on. */
final class Case implements AutoCloseable {

    /** After any crash the month is to be runnable within this, without SQL. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int DONE = 0;
    private static final int HELD = 75;

    private final Workshop workshop;
    private final Tally tally;
    private final long seed;
    private final Database database;
    private final Path folder;
    private final Workload workload;
    private final Readers readers;
    private final List<SentFile> taken = new ArrayList<>();
    private final Map<String, String> earlier = new TreeMap<>();
    private final Map<Path, SentFile> inFolder = new TreeMap<>();
    private boolean killed;
    private boolean violated;

    /** Nothing has come yet. */
    Case(Workshop workshop, Tally tally, long seed, Database database, boolean serverMayFail) throws IOException {
        this(workshop, tally, seed, new Workload(seed), database, serverMayFail);
        FaultCatalogue.write(input().resolve("catalogue.xlsx"));
    }

    private Case(Workshop workshop, Tally tally, long seed, Workload workload, Database database, boolean serverMayFail)
            throws IOException {
        this.workshop = workshop;
        this.tally = tally;
        this.seed = seed;
        this.database = database;
        this.folder = workshop.folder(seed);
        this.workload = workload;
        for (Path each : List.of(returns(), output(), temporary())) {
            Files.createDirectories(each);
        }
        this.readers = new Readers(database, serverMayFail);
    }

    /** Another that stands where this one does now; nobody may be connected to this one's database. */
    Case copy(Tally ofCopy, long seedOfCopy) throws IOException, SQLException {
        Case copy = new Case(
                workshop, ofCopy, seedOfCopy, workload, workshop.server().copy(database), false);
        Workshop.copyAll(input(), copy.input());
        Workshop.copyAll(output(), copy.output());
        copy.taken.addAll(taken);
        copy.earlier.putAll(earlier);
        inFolder.forEach((file, sent) -> copy.inFolder.put(copy.folder.resolve(folder.relativize(file)), sent));
        return copy;
    }

    /** Loads what came, without any fault, and lets go of the database so that copies can be made. */
    void bringTo(int waves) throws IOException, SQLException, InterruptedException {
        for (List<SentFile> wave : workload.waves().subList(0, waves)) {
            arrive(wave);
            if (!finishHere() || !judge("undisturbed")) {
                throw new IllegalStateException("a load fails that nothing disturbs: " + lastWords());
            }
        }
        readers.close();
    }

    Database database() {
        return database;
    }

    Workload workload() {
        return workload;
    }

    Readers readers() {
        return readers;
    }

    long seed() {
        return seed;
    }

    /** What its product works in; what it says is beside it. */
    Path folders() {
        return folder.resolve("work");
    }

    Path input() {
        return folders().resolve("input");
    }

    Path returns() {
        return input().resolve("returns");
    }

    Path output() {
        return folders().resolve("output");
    }

    Path temporary() {
        return folders().resolve("temporary");
    }

    Path said() {
        return folder.resolve("said.txt");
    }

    /** Every file that was sent up to now, in the order of sending. */
    List<SentFile> taken() {
        return taken;
    }

    /** What stands where in the folder of returns. */
    Map<Path, SentFile> inFolder() {
        return inFolder;
    }

    /** Rows that may never change, by what they are: their digests. */
    Map<String, String> earlier() {
        return earlier;
    }

    boolean wasKilled() {
        return killed;
    }

    void noteKill() {
        killed = true;
    }

    /** Puts files into the folder, each at once. */
    void arrive(List<SentFile> files) throws IOException {
        for (SentFile file : files) {
            Path target = returns().resolve(file.month().toString()).resolve(file.name());
            Files.createDirectories(target.getParent());
            Path beside = target.resolveSibling("." + file.name() + ".part");
            Files.write(beside, file.bytes());
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            inFolder.put(target, file);
            taken.add(file);
        }
    }

    List<String> load(Database by) {
        return List.of("load", "--input=" + input(), "--output=" + output(), "--url=" + by.url());
    }

    ProductProcess startLoad() throws IOException {
        return start(List.of(), load(database));
    }

    ProductProcess start(List<String> options, List<String> arguments) throws IOException {
        return start(workshop.productClassPath(), options, arguments);
    }

    /** With the harness at its side, whose disk it then works on. */
    ProductProcess startWithHarness(List<String> options, List<String> arguments) throws IOException {
        return start(workshop.classPathWithHarness(), options, arguments);
    }

    private ProductProcess start(String classPath, List<String> options, List<String> arguments) throws IOException {
        return ProductProcess.start(classPath, options, "org.monthend.cli.Monthend", arguments, temporary(), said());
    }

    /**
     * Gives the command in this process, which is faster, and answers its exit code; empty when it does not end.
     *
     * @param by the database as the product is told of it
     */
    Optional<Integer> loadHere(Database by) throws InterruptedException {
        AtomicInteger code = new AtomicInteger();
        Thread thread = new Thread(
                () -> {
                    try (PrintWriter said =
                            new PrintWriter(new FileWriter(said().toFile(), StandardCharsets.UTF_8, true))) {
                        code.set(Monthend.run(said, said, load(by).toArray(String[]::new)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "load-here");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE.toMillis());
        if (thread.isAlive()) {
            RuntimeException where = new IllegalStateException("where it hangs");
            where.setStackTrace(thread.getStackTrace());
            where.printStackTrace();
            return Optional.empty();
        }
        return Optional.of(code.get());
    }

    /** Gives the same command in this process until it is done. */
    boolean finishHere() throws IOException, InterruptedException {
        return finish(() -> loadHere(database));
    }

    /** Gives the same command as processes of their own until it is done. */
    boolean finish() throws IOException, InterruptedException {
        return finish(() -> {
            try (ProductProcess process = startLoad()) {
                return process.await(PATIENCE.multipliedBy(2));
            }
        });
    }

    /** A way to give the command. */
    private interface Attempt {
        Optional<Integer> exitCode() throws IOException, InterruptedException;
    }

    private boolean finish(Attempt attempt) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Optional<Integer> code = Optional.empty();
        int tries = 0;
        while (elapsed(began).compareTo(PATIENCE) < 0) {
            code = attempt.exitCode();
            tries++;
            if (code.equals(Optional.of(DONE))) {
                Duration took = elapsed(began);
                tally.recovered(took);
                if (tries == 1 && !lastWords().contains("Nothing to do")) {
                    workshop.loadTook(took);
                }
                if (took.compareTo(PATIENCE) > 0) {
                    stuck("done after %d s only".formatted(took.toSeconds()));
                }
                return true;
            }
            tally.note("exit %s on the way".formatted(code.map(String::valueOf).orElse("none")));
            if (!code.equals(Optional.of(HELD)) && !code.equals(Optional.of(5))) {
                break;
            }
        }
        stuck("exit %s after %d tries; said: %s".formatted(code, tries, lastWords()));
        return false;
    }

    static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The first line of what the product calls unexpected, and what caused it. */
    String unexpected() throws IOException {
        List<String> lines = Files.exists(said()) ? Files.readAllLines(said()) : List.of();
        int told = 0;
        while (told < lines.size() && !lines.get(told).startsWith("Something unexpected")) {
            told++;
        }
        return lines.stream()
                .skip(told + 1L)
                .filter(line -> line.matches("[a-z]+\\..*|Caused by.*|\tat org\\.monthend.*"))
                .limit(8)
                .collect(Collectors.joining(" / "));
    }

    String lastWords() throws IOException {
        List<String> lines = Files.exists(said()) ? Files.readAllLines(said()) : List.of();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    /** Asks the oracle, and remembers what may never change from here on. */
    boolean judge(String when) throws SQLException, IOException, InterruptedException {
        List<String> violations = new Oracle(this).violations();
        violated(violations.stream().map(each -> when + ": " + each).toList());
        return violations.isEmpty();
    }

    /** What the readers saw in all is judged at the end, when it is known what was taken when. */
    void judgeReaders() throws SQLException, InterruptedException {
        readers.close();
        List<String> violations = new WhatReadersSaw(this).violations();
        violated(violations.stream().map(each -> "readers: " + each).toList());
        tally.note("looks", readers.looks());
        tally.note("states", readers.seen().size());
    }

    void violated(List<String> what) {
        violated |= !what.isEmpty();
        tally.violated(seed, what);
    }

    private void stuck(String how) {
        violated = true;
        tally.stuck(seed, how);
    }

    /** What a violation can be seen from is kept. */
    @Override
    public void close() throws IOException, SQLException, InterruptedException {
        readers.close();
        tally.caseDone();
        if (violated) {
            System.out.printf(
                    "    kept: %s and database %s%n", folder, database.address().database());
            return;
        }
        workshop.server().drop(database);
        Workshop.deleteAll(folder);
    }
}
