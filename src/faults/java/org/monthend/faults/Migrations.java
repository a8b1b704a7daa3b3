package org.monthend.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A first start is killed while it makes its database, or the whole embedded server, and a start of the next version
 * while it changes what is there; then the same command.
 */
final class Migrations implements Trial {

    /** What the next version adds, a change each. */
    private static final int CHANGES = 40;

    private final AtomicLong firstStartMillis = new AtomicLong(5_000);
    private final AtomicLong upgradeMillis = new AtomicLong(3_000);
    private final Prepared prepared = new Prepared(Workload.MONTHS);
    private Optional<Path> nextVersion = Optional.empty();

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public int fullRounds() {
        return 50;
    }

    @Override
    public Share share() {
        return new Share(6, 2, 20);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        int kind = (int) (seed % 5);
        Random random = new Random(seed);
        if (kind == 0) {
            embedded(workshop, tally, seed, random);
        } else if (kind < 3) {
            upgrade(workshop, tally, seed, random);
        } else {
            firstStart(workshop, tally, seed, random);
        }
    }

    private void firstStart(Workshop workshop, Tally tally, long seed, Random random) throws Exception {
        Server server = workshop.server();
        try (Case monthEnd = new Case(workshop, tally, seed, server, server.blank())) {
            monthEnd.readers().tolerate();
            monthEnd.arrive(monthEnd.workload().waves().get(0));
            kill(monthEnd, workshop.productClassPath(), firstStartMillis, "first start", tally, random);
            mend(monthEnd, workshop.productClassPath(), firstStartMillis, "after a first start");
        }
    }

    private void upgrade(Workshop workshop, Tally tally, long seed, Random random) throws Exception {
        String next = nextVersion(workshop);
        try (Case monthEnd = prepared.after(Workload.MONTHS, workshop, tally, seed)) {
            monthEnd.arrive(monthEnd.workload().waves().get(Workload.MONTHS));
            kill(monthEnd, next, upgradeMillis, "upgrade", tally, random);
            if (mend(monthEnd, next, upgradeMillis, "after an upgrade")) {
                String made = monthEnd.database()
                        .only("select count(*) from pg_class where relname ~ '^added_by_the_next_version_'"
                                + " and relkind = 'r'");
                if (!made.equals(Integer.toString(CHANGES))) {
                    monthEnd.violated(List.of("of %d changes %s were made".formatted(CHANGES, made)));
                }
            }
        }
    }

    /** Even the programs are unpacked anew, so this takes its time. */
    private void embedded(Workshop workshop, Tally tally, long seed, Random random) throws Exception {
        try (Case monthEnd = Case.withoutServer(workshop, tally, seed)) {
            monthEnd.arrive(monthEnd.workload().waves().get(0));
            AtomicLong usual = new AtomicLong(3 * firstStartMillis.get());
            kill(monthEnd, workshop.productClassPath(), usual, "embedded first start", tally, random);
            if (monthEnd.finish(monthEnd.load())) {
                monthEnd.meetServer();
                monthEnd.judge("after an embedded first start");
            }
        }
    }

    private static void kill(Case monthEnd, String classPath, AtomicLong usual, String what, Tally tally, Random random)
            throws Exception {
        monthEnd.noteKill();
        int kills = 1 + random.nextInt(3);
        for (int kill = 0; kill < kills; kill++) {
            try (ProductProcess process = monthEnd.product().start(classPath, monthEnd.load())) {
                Thread.sleep((long) (usual.get() * (0.15 + 0.8 * random.nextDouble())));
                if (process.kill()) {
                    tally.round(what, Optional.empty());
                } else {
                    tally.note("finished before the kill");
                }
            }
        }
    }

    private static boolean mend(Case monthEnd, String classPath, AtomicLong usual, String what) throws Exception {
        long began = System.nanoTime();
        boolean done = monthEnd.finish(classPath, monthEnd.load()) && monthEnd.judge(what);
        usual.updateAndGet(mean -> (3 * mean + Case.elapsed(began).toMillis()) / 4);
        return done;
    }

    /** The product with more changesets behind its own: tables with rows, as a version to come may bring them. */
    private synchronized String nextVersion(Workshop workshop) throws IOException {
        if (nextVersion.isEmpty()) {
            Path jar = workshop.folder().resolve("monthend-next.jar");
            write(workshop.productJar(), jar);
            nextVersion = Optional.of(jar);
        }
        return workshop.productClassPath()
                .replace(workshop.productJar().toString(), nextVersion.get().toString());
    }

    private static void write(Path product, Path next) throws IOException {
        String changelog = "sql/changelog.yaml";
        String added = "sql/next.sql";
        try (JarFile old = new JarFile(product.toFile());
                OutputStream out = Files.newOutputStream(next);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Enumeration<JarEntry> each = old.entries(); each.hasMoreElements(); ) {
                JarEntry entry = each.nextElement();
                byte[] content = old.getInputStream(entry).readAllBytes();
                entries.putNextEntry(new JarEntry(entry.getName()));
                entries.write(
                        entry.getName().equals(changelog)
                                ? including(new String(content, StandardCharsets.UTF_8), added)
                                : content);
                entries.closeEntry();
            }
            entries.putNextEntry(new JarEntry(added));
            entries.write(IntStream.rangeClosed(1, CHANGES)
                    .mapToObj(Migrations::change)
                    .collect(Collectors.joining("\n", "--liquibase formatted sql\n\n", ""))
                    .getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
    }

    /** Before the grants, which stand last. */
    private static byte[] including(String changelog, String file) {
        List<String> lines = new ArrayList<>(changelog.lines().toList());
        int last = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().equals("file: sql/grants.sql")) {
                last = line - 1;
            }
        }
        lines.addAll(last, List.of("  - include:", "      file: " + file));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String change(int number) {
        return """
                --changeset monthend:next-%1$d
                create table etl.added_by_the_next_version_%1$d as
                select number, md5(number::text) as word from generate_series(1, 2000) as number;
                alter table etl.added_by_the_next_version_%1$d add primary key (number);
                --rollback drop table etl.added_by_the_next_version_%1$d;
                """.formatted(number);
    }
}
