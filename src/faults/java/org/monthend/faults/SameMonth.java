package org.monthend.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Two processes with eight threads each are told to load the same month at the same moment, and now and then a third runs
 * nights upon nights meanwhile.
 */
final class SameMonth implements Trial {

    private static final int PROCESSES = 2;
    private static final int THREADS = 8;

    /** What a serving process may end with after a signal: done, stopped, or never begun. */
    private static final Set<Integer> ENDS = Set.of(0, 4, 128 + 15);

    private final BlockingQueue<List<Loaders>> idle = new LinkedBlockingQueue<>();

    @Override
    public String name() {
        return "together";
    }

    @Override
    public int fullRounds() {
        return 500;
    }

    @Override
    public Share share() {
        return new Share(10, 3, 20);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        List<Loaders> processes = loaders(workshop);
        try (Case monthEnd = new Case(workshop, tally, seed)) {
            int number = 0;
            for (List<SentFile> wave : monthEnd.workload().waves()) {
                if (!tally.wantsMore()) {
                    break;
                }
                monthEnd.arrive(wave);
                boolean byNight = random.nextInt(3) == 0;
                String what = "wave %d, %d at once%s"
                        .formatted(++number, PROCESSES * THREADS, byNight ? " and the night" : "");
                List<String> answers = byNight
                        ? besideNights(monthEnd, processes, wave, random, workshop, what)
                        : answers(monthEnd, processes, wave, random);
                tally.round(what, Optional.empty());
                monthEnd.violated(faults(answers, byNight, tally, what));
                if (!monthEnd.finishHere(monthEnd.load()) || !monthEnd.judge(what)) {
                    return;
                }
            }
            monthEnd.judgeReaders();
        } finally {
            idle.add(processes);
        }
    }

    private static List<String> answers(Case monthEnd, List<Loaders> processes, List<SentFile> wave, Random random)
            throws IOException {
        for (Loaders each : processes) {
            each.tell(commands(monthEnd, wave, random));
        }
        List<String> answers = new ArrayList<>();
        for (Loaders each : processes) {
            answers.addAll(each.answers());
        }
        return answers;
    }

    /** A night is due every second. */
    private static List<String> besideNights(
            Case monthEnd, List<Loaders> processes, List<SentFile> wave, Random random, Workshop workshop, String what)
            throws Exception {
        List<String> serve = monthEnd.command(
                monthEnd.database(), "serve", "--cron=* * * * * *", "--metrics=off", "--look=1s", "--retry-after=1s");
        try (ProductProcess serving = monthEnd.product().start(serve)) {
            Thread.sleep((long) (workshop.loadTime().toMillis() * random.nextDouble()));
            List<String> answers = answers(monthEnd, processes, wave, random);
            serving.terminate();
            Optional<Integer> code = serving.await(Case.PATIENCE);
            if (code.stream().noneMatch(ENDS::contains)) {
                monthEnd.violated(List.of(what + ": the serving process ends with " + code));
            }
            return answers;
        }
    }

    /** A load of all months or of the one that something came for, or a rerun of that. */
    private static List<String> commands(Case monthEnd, List<SentFile> wave, Random random) {
        String month = wave.get(0).month().toString();
        List<String> commands = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<String> command = switch (random.nextInt(4)) {
                case 0 -> monthEnd.command(monthEnd.database(), "load", "--month=" + month);
                case 1 -> monthEnd.command(monthEnd.database(), "rerun", month, "--reason=once more");
                default -> monthEnd.load();
            };
            commands.add(String.join("\t", command));
        }
        return commands;
    }

    /** Each has done it, or found nothing to do, or was told who is at it. */
    private static List<String> faults(List<String> answers, boolean byNight, Tally tally, String what) {
        List<String> faults = new ArrayList<>();
        int did = 0;
        for (String answer : answers) {
            String code = answer.substring(0, answer.indexOf(' '));
            tally.note("exit " + code);
            boolean fine = code.equals("0") || (code.equals("75") && answer.contains(" is held by "));
            did += code.equals("0") ? 1 : 0;
            if (!fine) {
                faults.add(what + ": a load answers " + answer);
            }
        }
        if (did == 0 && !byNight) {
            faults.add(what + ": none of them has done it: " + answers);
        }
        return faults;
    }

    private List<Loaders> loaders(Workshop workshop) throws IOException {
        Optional<List<Loaders>> known = Optional.ofNullable(idle.poll());
        if (known.isPresent()) {
            return known.get();
        }
        List<Loaders> processes = new ArrayList<>();
        for (int process = 0; process < PROCESSES; process++) {
            processes.add(workshop.closeLater(new Loaders(workshop)));
        }
        return processes;
    }

    /** One process of {@link ManyLoads}. */
    private static final class Loaders implements AutoCloseable {

        private final Process process;
        private final PrintWriter to;
        private final BufferedReader from;
        private int asked;

        private Loaders(Workshop workshop) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(ProductProcess.command(
                    workshop.classPathWithHarness(),
                    List.of("-Dorg.springframework.boot.logging.LoggingSystem=none", "-Dlogback.statusListenerClass="),
                    ManyLoads.class.getName(),
                    List.of(),
                    workshop.folder()));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
            to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
            from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        private void tell(List<String> commands) {
            asked = commands.size();
            to.println(String.join("|", commands));
        }

        private List<String> answers() throws IOException {
            List<String> answers = new ArrayList<>();
            while (answers.size() < asked) {
                String line = Optional.ofNullable(from.readLine())
                        .orElseThrow(() -> new IllegalStateException("a process with many loads has died"));
                if (line.startsWith("ANSWER ")) {
                    answers.add(line.substring("ANSWER ".length()));
                }
            }
            return answers;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
