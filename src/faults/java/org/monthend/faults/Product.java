package org.monthend.faults;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.monthend.cli.Monthend;

/**
 * The product as a case runs it, in processes of its own or, where nobody is to die, in this one, which is faster.
 *
 * @param temporary its folder for temporary files
 * @param saidIn the file that keeps all it ever said
 */
record Product(Workshop workshop, Path temporary, Path saidIn) {

    private static final String MAIN = "org.monthend.cli.Monthend";

    ProductProcess start(List<String> arguments) throws IOException, SQLException, InterruptedException {
        return start(workshop.productClassPath(), arguments);
    }

    /** Runs a command to its end with options of the Java machine and no others. */
    void runWith(List<String> options, List<String> arguments) throws IOException, InterruptedException {
        try (ProductProcess process =
                ProductProcess.start(workshop.productClassPath(), options, MAIN, arguments, temporary, saidIn)) {
            process.await(Case.PATIENCE);
        }
    }

    /** Another build of it. */
    ProductProcess start(String classPath, List<String> arguments)
            throws IOException, SQLException, InterruptedException {
        return ProductProcess.start(classPath, workshop.quickStart(), MAIN, arguments, temporary, saidIn);
    }

    /** With the harness at its side, whose disk it then works on. */
    ProductProcess startWithHarness(List<String> options, List<String> arguments)
            throws IOException, SQLException, InterruptedException {
        List<String> all = new ArrayList<>(workshop.quickStart());
        all.addAll(options);
        return ProductProcess.start(workshop.classPathWithHarness(), all, MAIN, arguments, temporary, saidIn);
    }

    /** Runs a command as a process and answers its exit code; empty when it does not end. */
    Optional<Integer> run(List<String> arguments) throws IOException, SQLException, InterruptedException {
        try (ProductProcess process = start(arguments)) {
            return process.await(Case.PATIENCE.multipliedBy(2));
        }
    }

    /** Runs a command in this process and answers its exit code; empty when it does not end. */
    Optional<Integer> runHere(List<String> arguments) throws InterruptedException {
        return runHere(arguments, () -> false);
    }

    /** The same, but does not wait for its end when something else has come. */
    Optional<Integer> runHere(List<String> arguments, BooleanSupplier come) throws InterruptedException {
        AtomicInteger code = new AtomicInteger();
        Thread thread = new Thread(
                () -> {
                    try (PrintWriter said =
                            new PrintWriter(new FileWriter(saidIn.toFile(), StandardCharsets.UTF_8, true))) {
                        code.set(Monthend.run(said, said, arguments.toArray(String[]::new)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "product");
        thread.setDaemon(true);
        thread.start();
        long began = System.nanoTime();
        while (thread.isAlive()
                && !come.getAsBoolean()
                && Case.elapsed(began).compareTo(Case.PATIENCE.multipliedBy(2)) < 0) {
            thread.join(5);
        }
        if (come.getAsBoolean()) {
            return Optional.empty();
        }
        if (thread.isAlive()) {
            RuntimeException where = new IllegalStateException("it hangs here");
            where.setStackTrace(thread.getStackTrace());
            where.printStackTrace();
            return Optional.empty();
        }
        return Optional.of(code.get());
    }

    /** All that it said since the given length of it. */
    String saidSince(long length) throws IOException {
        byte[] said = Files.exists(saidIn) ? Files.readAllBytes(saidIn) : new byte[0];
        return new String(said, (int) length, said.length - (int) length, StandardCharsets.UTF_8);
    }

    long lengthOfSaid() throws IOException {
        return Files.exists(saidIn) ? Files.size(saidIn) : 0;
    }

    String lastWords() throws IOException {
        List<String> lines = saidSince(0).lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    /** What the product calls unexpected, in its first line, and what caused it. */
    String unexpected() throws IOException {
        return saidSince(0)
                .lines()
                .dropWhile(line -> !line.startsWith("Something unexpected"))
                .skip(1)
                .filter(line -> line.matches("[a-z]+\\..*|Caused by.*|\tat org\\.monthend.*"))
                .limit(8)
                .collect(Collectors.joining(" / "));
    }
}
