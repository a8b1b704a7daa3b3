package org.monthend.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Operation N on the files of the month end goes wrong, for N = 1, 2, ... until the command is done before it comes to
 * that; in every way of {@link FailingFiles.Way} and every {@link Situation}.
 */
final class FailedFiles implements Trial {

    private static final int WAYS = FailingFiles.Way.values().length;
    private static final int KINDS = WAYS * Situation.values().length;

    private final Prepared prepared = new Prepared(1);
    private final Map<Integer, Integer> operations = new ConcurrentHashMap<>();
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
    public Share share() {
        return new Share(24, 12, 25);
    }

    @Override
    public boolean isExhausted() {
        return exhausted.size() == KINDS;
    }

    /** Seeds count through kinds and operations, from the first of the first on; a share takes them at random. */
    @Override
    public long seed(long first, int number, boolean share) {
        if (!share) {
            return first - 1 + number;
        }
        int kind = Math.floorMod(number, KINDS);
        int most = Optional.ofNullable(operations.get(kind / WAYS)).orElse(10);
        return (long) new Random(first * 31 + number).nextInt(most) * KINDS + kind;
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        int kind = (int) (seed % KINDS);
        int operation = 1 + (int) (seed / KINDS);
        Situation situation = Situation.values()[kind / WAYS];
        FailingFiles.Way way = FailingFiles.Way.values()[kind % WAYS];
        if (exhausted.containsKey(kind)) {
            return;
        }
        try (Case monthEnd = prepared.after(situation.wavesBefore(prepared), workshop, tally, seed)) {
            situation.prepare(monthEnd);
            String what = "%s, file operation %d: %s".formatted(situation, operation, way);
            Optional<Integer> code;
            if (way.halts()) {
                monthEnd.noteKill();
                code = halted(monthEnd, situation, operation, way);
                if (code.equals(Optional.of(0))) {
                    // Threads take turns, so a command may end by itself before the last operation that others came to.
                    if (operation > operations.getOrDefault(kind / WAYS, 0)) {
                        exhausted.put(kind, true);
                    }
                    return;
                }
            } else {
                FailingFiles.Strike strike = FailingFiles.strike(monthEnd.folders(), operation, way);
                code = monthEnd.product().runHere(situation.command(monthEnd, monthEnd.database()));
                FailingFiles.strikeNoMore(monthEnd.folders());
                operations.merge(kind / WAYS, strike.operations(), Math::max);
                if (strike.struck().isEmpty()) {
                    exhausted.put(kind, true);
                    return;
                }
                what += " at '" + strike.struck().get() + "'";
            }
            tally.round(what, code);
            monthEnd.mustHaveEnded(code, what);
            situation.mend(monthEnd, what);
        }
    }

    private static Optional<Integer> halted(Case monthEnd, Situation situation, int operation, FailingFiles.Way way)
            throws Exception {
        List<String> options = List.of(
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FailingFiles.class.getName(),
                "-D%s=%s|%d|%s".formatted(FailingFiles.TOLD, monthEnd.folders(), operation, way));
        try (ProductProcess process =
                monthEnd.product().startWithHarness(options, situation.command(monthEnd, monthEnd.database()))) {
            return process.await(Case.PATIENCE);
        }
    }
}
