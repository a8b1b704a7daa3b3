package org.monthend.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Operation N on the files of the month end goes wrong, for N = 1, 2, ... until a load is done before it comes to that: a
 * full disk and a process that dies, before and after, of a first month, of a correction and of a published month.
 */
final class FailedFiles implements FaultTest {

    /** How many waves stand before the one that is disturbed. */
    private static final List<Integer> WAVES_BEFORE = List.of(0, Workload.MONTHS);

    private static final int SITUATIONS = WAVES_BEFORE.size() * FailingFiles.Way.values().length;

    private final Map<Integer, Case> prepared = new TreeMap<>();
    private final Map<Integer, Boolean> exhausted = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int fullRounds() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int fewestRounds() {
        return 24;
    }

    @Override
    public boolean isExhausted() {
        return exhausted.size() == SITUATIONS;
    }

    @Override
    public long seed(long first, int number, boolean share) {
        Random random = new Random(first * 31 + number);
        return share
                ? (long) random.nextInt(MOST_OPERATIONS) * SITUATIONS + Math.floorMod(number, SITUATIONS)
                : first - 1 + number;
    }

    /** About as many as there are. */
    private static final int MOST_OPERATIONS = 60;

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        int situation = (int) (seed % SITUATIONS);
        int operation = 1 + (int) (seed / SITUATIONS);
        FailingFiles.Way way = FailingFiles.Way.values()[situation / WAVES_BEFORE.size()];
        int wavesBefore = WAVES_BEFORE.get(situation % WAVES_BEFORE.size());
        if (exhausted.containsKey(situation)) {
            return;
        }
        try (Case monthEnd = prepared(workshop, wavesBefore).copy(tally, seed)) {
            monthEnd.arrive(monthEnd.workload().waves().get(wavesBefore));
            String what = "file operation %d of the load after %d waves, %s".formatted(operation, wavesBefore, way);
            Optional<Integer> code;
            if (way.halts()) {
                monthEnd.noteKill();
                code = halted(monthEnd, operation, way);
                if (code.equals(Optional.of(0))) {
                    exhausted.put(situation, true);
                    return;
                }
            } else {
                FailingFiles.Strike strike = FailingFiles.strike(monthEnd.folders(), operation, way);
                code = monthEnd.loadHere(monthEnd.database());
                FailingFiles.strikeNoMore(monthEnd.folders());
                if (strike.struck().isEmpty()) {
                    exhausted.put(situation, true);
                    return;
                }
                what += " at '" + strike.struck().get() + "'";
            }
            tally.round();
            tally.note(way + " exit " + code.map(String::valueOf).orElse("none"));
            if (Boolean.getBoolean("talk")) {
                System.out.println(what + " -> " + code);
            }
            if (code.isEmpty()) {
                monthEnd.violated(List.of(what + ": the load does not end"));
            } else if (code.get() == 1) {
                monthEnd.violated(List.of(what + ": the load calls it unexpected: " + monthEnd.unexpected()));
            }
            if (monthEnd.finishHere() && monthEnd.judge(what)) {
                monthEnd.judgeReaders();
            }
        }
    }

    private static Optional<Integer> halted(Case monthEnd, int operation, FailingFiles.Way way) throws Exception {
        List<String> options = List.of(
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FailingFiles.class.getName(),
                "-D%s=%s|%d|%s".formatted(FailingFiles.TOLD, monthEnd.folders(), operation, way));
        try (ProductProcess process = monthEnd.startWithHarness(options, monthEnd.load(monthEnd.database()))) {
            return process.await(Case.PATIENCE);
        }
    }

    private synchronized Case prepared(Workshop workshop, int wavesBefore) throws Exception {
        if (!prepared.containsKey(wavesBefore)) {
            Tally undisturbed = new Tally("undisturbed", 1);
            Case original = new Case(workshop, undisturbed, 1, workshop.server().fresh(), false);
            original.bringTo(wavesBefore);
            prepared.put(wavesBefore, original);
        }
        return prepared.get(wavesBefore);
    }
}
