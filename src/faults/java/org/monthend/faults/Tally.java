package org.monthend.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of one test: how many rounds, what was violated, how long the product took to mend itself. */
final class Tally {

    private final String test;
    private final long firstSeed;
    private final int goal;
    private final long startedAt = System.nanoTime();
    private final Map<String, Integer> notes = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private int fewest;
    private Duration time = Duration.ofDays(1);
    private int rounds;
    private int cases;
    private int stuck;
    private Duration longestRecovery = Duration.ZERO;

    /** @param goal how many rounds are wanted */
    Tally(String test, long firstSeed, int goal) {
        this.test = test;
        this.firstSeed = firstSeed;
        this.goal = goal;
    }

    /** After so many seconds it wants no more, if it has had a few. */
    synchronized void limit(int toFewest, Duration toTime) {
        fewest = toFewest;
        time = toTime;
    }

    /** Whether another case is to begin, and one that is of many rounds to go on. */
    synchronized boolean wantsMore() {
        return rounds < goal && (rounds < fewest || Case.elapsed(startedAt).compareTo(time) < 0);
    }

    /** A kill, a failed call, a restart: what the test counts, and how the product answered. */
    synchronized void round(String what, Optional<Integer> exitCode) {
        rounds++;
        exitCode.ifPresent(code -> note("exit " + code));
        if (Boolean.getBoolean("talk")) {
            System.out.printf(
                    "%s: %s -> %s%n", test, what, exitCode.map(String::valueOf).orElse("-"));
        }
    }

    long firstSeed() {
        return firstSeed;
    }

    synchronized void caseDone() {
        cases++;
    }

    void note(String what) {
        note(what, 1);
    }

    synchronized void note(String what, int times) {
        notes.merge(what, times, Integer::sum);
    }

    synchronized void recovered(Duration after) {
        longestRecovery = longestRecovery.compareTo(after) < 0 ? after : longestRecovery;
    }

    /** The month could not be run again within its time. */
    synchronized void stuck(long seed, String how) {
        stuck++;
        violated(seed, List.of("STUCK: " + how));
    }

    synchronized void violated(long seed, List<String> what) {
        if (what.isEmpty()) {
            return;
        }
        violations.addAll(what);
        System.out.printf(
                "VIOLATION of %s, seed %d; again by: ./mvnw -Pfaults test-compile exec:exec -Dfaults=%s -Dcases=1 -Dseed=%d%n",
                test, seed, test, seed);
        what.stream().limit(25).forEach(each -> System.out.println("    " + each));
        if (what.size() > 25) {
            System.out.printf("    and %d more%n", what.size() - 25);
        }
    }

    synchronized int violations() {
        return violations.size();
    }

    synchronized String line() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        return "%-12s rounds %,5d  violations %d  stuck %d  longest recovery %.1f s  seed %d  (%d cases in %.0f s%s)"
                .formatted(
                        test,
                        rounds,
                        violations.size(),
                        stuck,
                        longestRecovery.toMillis() / 1e3,
                        firstSeed,
                        cases,
                        seconds,
                        notes.isEmpty() ? "" : "; " + notes);
    }
}
