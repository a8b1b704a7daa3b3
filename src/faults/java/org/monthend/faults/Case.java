package org.monthend.faults;

import java.io.IOException;
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

    Case(Workshop workshop, Tally tally, long seed, Database database, boolean serverMayFail) throws IOException {
        this.workshop = workshop;
        this.tally = tally;
        this.seed = seed;
        this.database = database;
        this.folder = workshop.folder(seed);
        this.workload = new Workload(seed);
        for (Path each : List.of(returns(), output(), temporary())) {
            Files.createDirectories(each);
        }
        FaultCatalogue.write(input().resolve("catalogue.xlsx"));
        this.readers = new Readers(database, serverMayFail);
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

    Path input() {
        return folder.resolve("input");
    }

    Path returns() {
        return input().resolve("returns");
    }

    Path output() {
        return folder.resolve("output");
    }

    Path temporary() {
        return folder.resolve("temporary");
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
        return ProductProcess.start(
                workshop.productClassPath(), options, "org.monthend.cli.Monthend", arguments, temporary(), said());
    }

    /** Gives the same command until it is done, and tells the tally how long that took. */
    boolean finish() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Optional<Integer> code = Optional.empty();
        int tries = 0;
        while (elapsed(began).compareTo(PATIENCE) < 0) {
            try (ProductProcess process = startLoad()) {
                code = process.await(PATIENCE.multipliedBy(2));
            }
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
