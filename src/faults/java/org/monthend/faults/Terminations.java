package org.monthend.faults;

import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SIGTERM at a random moment of a load: it ends soon, says what is true, and the next load does the rest. */
final class Terminations implements Trial {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STOPPED = 4;

    /** What Java answers where the signal came before the program had begun. */
    private static final int NOT_BEGUN = 128 + 15;

    private static final Pattern MONTH_DONE = Pattern.compile("(\\w{3}-\\d{2}) done,");
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMM-yy", Locale.UK);

    @Override
    public String name() {
        return "sigterm";
    }

    @Override
    public int fullRounds() {
        return 200;
    }

    @Override
    public Share share() {
        return new Share(8, 4, 15);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        try (Case monthEnd = new Case(workshop, tally, seed)) {
            List<List<SentFile>> waves = monthEnd.workload().waves();
            // All months at once give it something to be stopped in.
            List<SentFile> first = waves.subList(0, Workload.MONTHS).stream()
                    .flatMap(List::stream)
                    .toList();
            List<SentFile> rest = waves.subList(Workload.MONTHS, waves.size()).get(0);
            for (List<SentFile> wave : List.of(first, rest)) {
                monthEnd.arrive(wave);
                for (int signal = 0; signal < 2; signal++) {
                    terminate(monthEnd, random, workshop, tally);
                }
                if (!monthEnd.finish(monthEnd.load()) || !monthEnd.judge("after SIGTERM")) {
                    return;
                }
            }
            monthEnd.judgeReaders();
        }
    }

    private static void terminate(Case monthEnd, Random random, Workshop workshop, Tally tally) throws Exception {
        long before = monthEnd.product().lengthOfSaid();
        String newestBefore = newestRun(monthEnd);
        long loadMillis = workshop.loadTime().toMillis();
        try (ProductProcess process = monthEnd.product().start(monthEnd.load())) {
            if (random.nextInt(3) == 0) {
                monthEnd.readers().awaitChange(loadMillis * 2);
            } else {
                Thread.sleep((long) (loadMillis * (0.2 + random.nextDouble())));
            }
            process.terminate();
            Optional<Integer> code = process.await(SOON);
            String what = "SIGTERM";
            tally.round(what, code);
            String said = monthEnd.product().saidSince(before);
            List<String> faults = new ArrayList<>();
            if (code.isEmpty()) {
                faults.add("it does not end within 30 s");
            } else {
                faults.addAll(lies(monthEnd, code.get(), said, newestBefore));
            }
            monthEnd.violated(faults.stream()
                    .map(fault -> fault + "; it said: " + said.strip())
                    .toList());
        }
    }

    private static String newestRun(Case monthEnd) throws Exception {
        return monthEnd.database()
                .only("select coalesce((select load_run_id || ' ' || run_status from etl.load_run"
                        + " order by load_run_id desc limit 1), 'none')");
    }

    /** What it said, held against the database. */
    private static List<String> lies(Case monthEnd, int code, String said, String newestBefore) throws Exception {
        List<String> lies = new ArrayList<>();
        String newest = newestRun(monthEnd);
        boolean ran = !newest.equals(newestBefore);
        if (code == NOT_BEGUN) {
            if (ran) {
                lies.add("it ended by the signal, but a run was begun: " + newest);
            }
        } else if (code == STOPPED) {
            if (ran && !newest.endsWith("stopped")) {
                lies.add("it stopped, but its run is " + newest);
            }
        } else if (code == 0) {
            if (ran && !newest.endsWith("succeeded")) {
                lies.add("it was done, but its run is " + newest);
            }
        } else {
            lies.add("its exit code is " + code);
        }
        List<String> done = MONTH_DONE
                .matcher(said)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        for (YearMonth month : monthEnd.workload().months()) {
            if (done.contains(LABEL.format(month))) {
                lies.addAll(missing(monthEnd, month));
            }
        }
        return lies;
    }

    /** Of a month that was said to be done, everything is there. */
    private static List<String> missing(Case monthEnd, YearMonth month) throws Exception {
        int key = Oracle.monthKey(month);
        List<String> digests = monthEnd
                .database()
                .rows("select sha256 from etl.return_submission join etl.source_file using (source_file_id)"
                        + " where month_key = " + key)
                .stream()
                .map(row -> row.get(0))
                .toList();
        List<String> missing = monthEnd.taken().stream()
                .filter(file -> file.month().equals(month) && !digests.contains(file.sha256()))
                .map(file -> month + " was said to be done without " + file)
                .collect(Collectors.toCollection(ArrayList::new));
        if (monthEnd.database()
                .only("select count(*) from dw.dim_scorecard_edition where month_key = " + key)
                .equals("0")) {
            missing.add(month + " was said to be done without a scorecard");
        }
        return missing;
    }
}
