package org.monthend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
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
    private static final int UNEXPECTED = 1;
    private static final int FAILED = 5;
    private static final int HELD = 75;

    private final Workshop workshop;
    private final Tally tally;
    private final long seed;
    private Server server;
    private Database database;
    private final Path folder;
    private final Workload workload;
    private final Product product;
    private Readers readers;
    private final List<SentFile> taken = new ArrayList<>();
    private final Map<String, String> earlier = new TreeMap<>();
    private final Map<Path, SentFile> inFolder = new TreeMap<>();
    private Optional<Path> data = Optional.empty();
    private boolean killed;
    private boolean violated;

    /** Nothing has come yet. */
    Case(Workshop workshop, Tally tally, long seed, Server server, Database database) throws IOException {
        this(workshop, tally, seed, new Workload(seed), server, database);
        FaultCatalogue.write(input().resolve("catalogue.xlsx"));
    }

    /** Nothing of that workload has come yet, to a database of the workshop's server. */
    Case(Workshop workshop, Tally tally, long seed, Workload workload) throws IOException, SQLException {
        this(
                workshop,
                tally,
                seed,
                workload,
                workshop.server(),
                workshop.server().fresh());
        FaultCatalogue.write(input().resolve("catalogue.xlsx"));
    }

    /** Nothing has come yet, to a database of the workshop's server. */
    Case(Workshop workshop, Tally tally, long seed) throws IOException, SQLException {
        this(workshop, tally, seed, workshop.server(), workshop.server().fresh());
    }

    private Case(Workshop workshop, Tally tally, long seed, Workload workload, Server server, Database database)
            throws IOException {
        this.workshop = workshop;
        this.tally = tally;
        this.seed = seed;
        this.server = server;
        this.database = database;
        this.folder = workshop.folder(seed);
        this.workload = workload;
        this.product = new Product(workshop, temporary(), folder.resolve("said.txt"));
        for (Path each : List.of(returns(), output(), temporary())) {
            Files.createDirectories(each);
        }
        this.readers = new Readers(database, server.isVictim() || database.isNowhere());
    }

    /** Another that stands where this one does now; nobody may be connected to this one's database. */
    Case copy(Tally ofCopy, long seedOfCopy) throws IOException, SQLException {
        Case copy = new Case(workshop, ofCopy, seedOfCopy, workload, server, server.copy(database));
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
            if (!finishHere(load()) || !judge("undisturbed")) {
                throw new IllegalStateException("a load fails that nothing disturbs: " + product.lastWords());
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

    Product product() {
        return product;
    }

    Readers readers() {
        return readers;
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

    /** There is no database yet: the product makes it, and with it the server, in the data folder. */
    static Case withoutServer(Workshop workshop, Tally tally, long seed) throws IOException {
        Case monthEnd = new Case(workshop, tally, seed, workshop.server(), Database.NOWHERE);
        monthEnd.useEmbedded(monthEnd.folder.resolve("data"));
        return monthEnd;
    }

    /** Finds the server that the product has made; the case ends with it. */
    void meetServer() throws SQLException {
        server = Server.around(data.orElseThrow());
        database = server.asItIs();
        readers = new Readers(database, true);
    }

    /** From now on the product is told of the data folder of an embedded server, not of a URL. */
    void useEmbedded(Path dataFolder) {
        data = Optional.of(dataFolder);
    }

    /** Puts files into the folder, each at once. */
    void arrive(List<SentFile> files) throws IOException {
        for (SentFile file : files) {
            Path target = place(file);
            Path beside = target.resolveSibling("." + file.name() + ".part");
            Files.write(beside, file.bytes());
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            inFolder.put(target, file);
            taken.add(file);
        }
    }

    /** Where a file belongs; its folder is made. */
    Path place(SentFile file) throws IOException {
        return Files.createDirectories(returns().resolve(file.month().toString()))
                .resolve(file.name());
    }

    List<String> load() {
        return load(database);
    }

    /** @param by the database as the product is told of it */
    List<String> load(Database by) {
        return command(by, "load");
    }

    List<String> publish(YearMonth month, Database by) {
        return command(by, "publish", month.toString(), "--by=The harness");
    }

    List<String> command(Database by, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.add("--input=" + input());
        command.add("--output=" + output());
        command.add(data.map(path -> "--data=" + path).orElse("--url=" + by.url()));
        return command;
    }

    /** Gives the command in this process until it is done. */
    boolean finishHere(List<String> command) throws IOException, SQLException, InterruptedException {
        return finish(() -> product.runHere(command));
    }

    /** Gives the command as processes of their own until it is done. */
    boolean finish(List<String> command) throws IOException, SQLException, InterruptedException {
        return finish(() -> product.run(command));
    }

    /** The same with another build of the product. */
    boolean finish(String classPath, List<String> command) throws IOException, SQLException, InterruptedException {
        return finish(() -> {
            try (ProductProcess process = product.start(classPath, command)) {
                return process.await(PATIENCE.multipliedBy(2));
            }
        });
    }

    /** A way to give the command. */
    private interface Attempt {
        Optional<Integer> exitCode() throws IOException, SQLException, InterruptedException;
    }

    private boolean finish(Attempt attempt) throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        Optional<Integer> code = Optional.empty();
        int tries = 0;
        while (elapsed(began).compareTo(PATIENCE) < 0) {
            code = attempt.exitCode();
            tries++;
            if (code.equals(Optional.of(DONE))) {
                Duration took = elapsed(began);
                tally.recovered(took);
                if (tries == 1 && !product.lastWords().contains("Nothing to do")) {
                    workshop.loadTook(took);
                }
                if (took.compareTo(PATIENCE) > 0) {
                    stuck("done after %d s only".formatted(took.toSeconds()));
                }
                return true;
            }
            tally.note("exit %s on the way".formatted(code.map(String::valueOf).orElse("none")));
            if (!code.equals(Optional.of(HELD)) && !code.equals(Optional.of(FAILED))) {
                break;
            }
        }
        stuck("exit %s after %d tries; said: %s".formatted(code, tries, product.lastWords()));
        return false;
    }

    static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Whatever is done to it, the product ends, and knows why. */
    void mustHaveEnded(Optional<Integer> code, String what) throws IOException {
        if (code.isEmpty()) {
            violated(List.of(what + ": it does not end"));
        } else if (code.get() == UNEXPECTED) {
            violated(List.of(what + ": it calls that unexpected: " + product.unexpected()));
        }
    }

    /** Asks the product itself whether anything published was altered. */
    void mustBeSound(String what) throws InterruptedException, IOException {
        if (!product.runHere(command(database, "verify")).equals(Optional.of(DONE))) {
            violated(List.of(what + ": verify says " + product.lastWords()));
        }
    }

    /** Asks the oracle, and remembers what may never change from here on. */
    boolean judge(String when) throws SQLException, IOException, InterruptedException {
        try (Oracle oracle = new Oracle(this)) {
            List<String> violations = oracle.violations();
            violated(violations.stream().map(each -> when + ": " + each).toList());
            return violations.isEmpty();
        }
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
        if (data.isPresent() && database.isNowhere()) {
            meetServer();
            readers.close();
        }
        if (violated) {
            System.out.printf(
                    "    kept: %s and database %s%n", folder, database.address().database());
            return;
        }
        server.drop(database);
        if (server != workshop.server() && !server.isVictim()) {
            server.close();
        }
        Workshop.deleteAll(folder);
    }
}
