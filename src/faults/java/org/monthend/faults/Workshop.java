package org.monthend.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all cases share: the product as a jar, one PostgreSQL, a folder, and how long a load takes on this machine. */
final class Workshop implements AutoCloseable {

    private final Path folder;
    private final Server server;
    private final Path productJar;
    private final String productClassPath;
    private final Queue<AutoCloseable> toClose = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cases = new AtomicInteger();
    private boolean archiveTried;
    private final AtomicLong loadMillis = new AtomicLong(2_000);

    Workshop(Path folder) throws IOException, SQLException {
        this.folder = folder.toAbsolutePath();
        deleteAll(this.folder.resolve("cases"));
        Files.createDirectories(this.folder.resolve("cases"));
        this.productJar = jar(Path.of("target", "classes"), this.folder.resolve("monthend.jar"));
        this.productClassPath = classPath(productJar);
        this.server = Server.bystander(this.folder.resolve("server"));
    }

    Server server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    /** Ends with the workshop. */
    <T extends AutoCloseable> T closeLater(T made) {
        toClose.add(made);
        return made;
    }

    /**
     * Options by which a process finds the product's classes as they stand in memory after a load: it starts in half the
     * time. Made when the first is asked for; a process on other classes leaves them aside.
     */
    synchronized List<String> quickStart() throws IOException, SQLException, InterruptedException {
        Path archive = folder.resolve("monthend.jsa");
        if (!archiveTried) {
            archiveTried = true;
            Files.deleteIfExists(archive);
            try (Case load = new Case(this, new Tally("undisturbed", 1, 0), 1, new Workload(1, 1))) {
                load.arrive(load.workload().waves().get(0));
                load.product().runWith(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"), load.load());
            }
        }
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable") : List.of();
    }

    Path productJar() {
        return productJar;
    }

    /** The product's jar and its libraries. */
    String productClassPath() {
        return productClassPath;
    }

    /** The same, and what the harness is made of. */
    String classPathWithHarness() {
        return productClassPath + File.pathSeparator + System.getProperty("java.class.path");
    }

    /** A folder of a case's own. */
    Path folder(long seed) {
        return folder.resolve("cases").resolve("%d-%d".formatted(seed, cases.incrementAndGet()));
    }

    /** What an undisturbed load takes, start of the process included: a gliding mean. */
    Duration loadTime() {
        return Duration.ofMillis(loadMillis.get());
    }

    void loadTook(Duration time) {
        loadMillis.updateAndGet(mean -> (4 * mean + time.toMillis()) / 5);
    }

    private static String classPath(Path product) {
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.endsWith(".jar"));
        return Stream.concat(Stream.of(product.toString()), libraries).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> !each.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(file);
                entries.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(file, entries);
                }
                entries.closeEntry();
            }
        }
        return jar.toAbsolutePath();
    }

    static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Path copy = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        }
        for (int index = paths.size() - 1; index >= 0; index--) {
            Files.deleteIfExists(paths.get(index));
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
        server.close();
    }
}
