package org.monthend.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Teams write into the folder while load after load runs: slow copies, overwrites, deletions and renamings. In the end
 * what stands there is what counts, once, and nothing that nobody had finished was ever taken.
 */
final class DropFolder implements Trial {

    private static final int WRITERS = 3;

    /** Whether text, too, is copied slowly under its own name (docs/faults.md, What is left). */
    private static final boolean SLOW_TEXT = Boolean.getBoolean("slowtext");

    /** How a file comes, or changes. */
    private enum Habit {
        SLOW_COPY,
        COPY_AND_RENAME,
        OVERWRITE,
        DELETE_AND_SEND_ANEW,
        RENAME
    }

    @Override
    public String name() {
        return "drop";
    }

    @Override
    public int fullRounds() {
        return 500;
    }

    @Override
    public Share share() {
        return new Share(24, 12, 15);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        try (Case monthEnd = new Case(workshop, tally, seed)) {
            List<Team> teams = new ArrayList<>();
            monthEnd.workload().waves().subList(0, Workload.MONTHS).stream()
                    .flatMap(List::stream)
                    .forEach(file -> teams.add(new Team(monthEnd, file, random)));
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            List<Future<?>> writing = new ArrayList<>();
            teams.forEach(team -> writing.add(writers.submit(() -> {
                team.send();
                return null;
            })));
            writers.shutdown();
            while (writing.stream().anyMatch(each -> !each.isDone())) {
                // Before anything has come there is no month to be loaded.
                if (hasMonths(monthEnd)) {
                    Optional<Integer> code = monthEnd.product().runHere(monthEnd.load());
                    tally.note("exit " + code.map(String::valueOf).orElse("none"));
                    monthEnd.mustHaveEnded(code, "while teams write");
                }
            }
            for (Future<?> each : writing) {
                each.get();
            }
            teams.forEach(team -> tally.round("a file", Optional.empty()));
            if (monthEnd.finishHere(monthEnd.load())
                    && countsWhatStands(monthEnd, teams)
                    && monthEnd.judge("in the end")) {
                monthEnd.judgeReaders();
            }
        }
    }

    private static boolean hasMonths(Case monthEnd) throws IOException {
        try (Stream<Path> months = Files.list(monthEnd.returns())) {
            return months.findAny().isPresent();
        }
    }

    /** Finds out what was taken in which order, which here only the warehouse knows, and whether it could be. */
    private static boolean countsWhatStands(Case monthEnd, List<Team> teams) throws Exception {
        Map<String, SentFile> finished = new HashMap<>();
        teams.forEach(team -> team.finished.values().forEach(file -> finished.put(file.sha256(), file)));
        List<String> faults = new ArrayList<>();
        Map<String, SentFile> last = new HashMap<>();
        for (List<String> row : monthEnd.database().rows("""
                select sha256, return_code || month_key, submission.file_name, verdict, reason_code, rows_read
                from etl.return_submission as submission
                join etl.source_file using (source_file_id)
                order by submission_id
                """)) {
            SentFile file = finished.get(row.get(0));
            if (file == null) {
                faults.add("what nobody had finished was taken: " + row.subList(1, row.size()));
            } else {
                monthEnd.taken().add(file);
                last.put(row.get(1), file);
            }
        }
        monthEnd.inFolder().forEach((place, file) -> {
            SentFile counts = last.get(file.returnCode() + Oracle.monthKey(file.month()));
            if (counts == null || !counts.sha256().equals(file.sha256())) {
                faults.add("%s stands there, but %s counts".formatted(file, counts));
            }
        });
        monthEnd.violated(faults);
        return faults.isEmpty();
    }

    /** Whoever sends one return for one month. */
    private static final class Team {

        private final Case monthEnd;
        private final List<SentFile> versions = new ArrayList<>();
        private final List<Habit> habits = new ArrayList<>();
        private final Map<String, SentFile> finished = new ConcurrentHashMap<>();
        private final Random random;

        private Team(Case monthEnd, SentFile first, Random chance) {
            this.monthEnd = monthEnd;
            this.random = new Random(chance.nextLong());
            versions.add(first);
            habits.add(random.nextBoolean() && mayBeSeenInPart(first) ? Habit.SLOW_COPY : Habit.COPY_AND_RENAME);
            for (int change = random.nextInt(3); change > 0; change--) {
                SentFile newest = versions.get(versions.size() - 1);
                Habit habit = mayBeSeenInPart(newest)
                        ? Habit.values()[random.nextInt(Habit.values().length)]
                        : random.nextBoolean() ? Habit.COPY_AND_RENAME : Habit.RENAME;
                habits.add(habit);
                versions.add(
                        habit == Habit.RENAME ? newest : monthEnd.workload().corrected(newest));
            }
        }

        /** Text has no end by which anyone could tell that it is whole. */
        private static boolean mayBeSeenInPart(SentFile file) {
            return SLOW_TEXT || Workload.isSpreadsheet(file.returnCode());
        }

        private void send() throws IOException, InterruptedException {
            Path place = monthEnd.place(versions.get(0));
            for (int change = 0; change < versions.size(); change++) {
                SentFile file = versions.get(change);
                finished.put(file.sha256(), file);
                place = act(habits.get(change), place, file.bytes());
                Thread.sleep(random.nextInt(700));
            }
            SentFile newest = versions.get(versions.size() - 1);
            synchronized (monthEnd) {
                monthEnd.inFolder().put(place, newest);
            }
        }

        private Path act(Habit habit, Path place, byte[] bytes) throws IOException, InterruptedException {
            switch (habit) {
                case SLOW_COPY -> slowly(place, bytes);
                case OVERWRITE -> Files.write(place, bytes);
                case COPY_AND_RENAME -> {
                    Path beside = place.resolveSibling(place.getFileName() + ".part");
                    slowly(beside, bytes);
                    Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
                }
                case DELETE_AND_SEND_ANEW -> {
                    Files.delete(place);
                    Thread.sleep(random.nextInt(400));
                    slowly(place, bytes);
                }
                case RENAME -> {
                    String name = place.getFileName().toString();
                    Path renamed = place.resolveSibling(name.replace(".", "-renamed."));
                    Files.move(place, renamed);
                    return renamed;
                }
            }
            return place;
        }

        /** As over a slow line: the copy stands there in part, under its own name. */
        private void slowly(Path place, byte[] bytes) throws IOException, InterruptedException {
            try (OutputStream out = Files.newOutputStream(place)) {
                int from = 0;
                while (from < bytes.length) {
                    int piece = Math.min(1 + random.nextInt(bytes.length / 3 + 1), bytes.length - from);
                    out.write(bytes, from, piece);
                    out.flush();
                    from += piece;
                    Thread.sleep(20 + random.nextInt(250));
                }
            }
        }
    }
}
