package org.monthend.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Round trip N to the database goes wrong, for N = 1, 2, ... until the command is done before it comes to that; in every
 * way of {@link WireProxy.Way} and every {@link Situation}.
 */
final class FailedCalls implements Trial {

    private static final int WAYS = WireProxy.Way.values().length;
    private static final int KINDS = WAYS * Situation.values().length;

    private final Prepared prepared = new Prepared();
    private final Map<Integer, Integer> calls = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> exhausted = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public int fullRounds() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Share share() {
        return new Share(30, 15, 60);
    }

    @Override
    public boolean isExhausted() {
        return exhausted.size() == KINDS;
    }

    /** Seeds count through kinds and calls; a share takes them at random. */
    @Override
    public long seed(long first, int number, boolean share) {
        if (!share) {
            return first + number;
        }
        int kind = Math.floorMod(number, KINDS);
        int most = Optional.ofNullable(calls.get(kind / WAYS)).orElse(100);
        return (long) new Random(first * 31 + number).nextInt(most) * KINDS + kind;
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        int kind = (int) (seed % KINDS);
        int call = 1 + (int) (seed / KINDS);
        Situation situation = Situation.values()[kind / WAYS];
        WireProxy.Way way = WireProxy.Way.values()[kind % WAYS];
        if (exhausted.containsKey(kind)) {
            return;
        }
        try (Case monthEnd = prepared.after(situation.wavesBefore(), workshop, tally, seed);
                WireProxy proxy = new WireProxy(monthEnd.database().address().port())) {
            situation.prepare(monthEnd);
            Optional<Integer> code = disturbed(monthEnd, situation, proxy, call, way);
            calls.merge(kind / WAYS, proxy.roundTrips(), Math::max);
            if (proxy.struck().isEmpty()) {
                exhausted.put(kind, true);
                return;
            }
            String what = "%s, call %d: %s at '%.120s'"
                    .formatted(situation, call, way, proxy.struck().orElseThrow());
            tally.round(what, code);
            monthEnd.mustHaveEnded(code, what);
            situation.mend(monthEnd, what);
        }
    }

    private static Optional<Integer> disturbed(
            Case monthEnd, Situation situation, WireProxy proxy, int call, WireProxy.Way way) throws Exception {
        List<String> command = situation.command(monthEnd, monthEnd.database().through(proxy.port()));
        try {
            if (!way.killsClient()) {
                proxy.strike(call, way, () -> {});
                return monthEnd.product().runHere(command);
            }
            monthEnd.noteKill();
            AtomicReference<Optional<ProductProcess>> victim = new AtomicReference<>(Optional.empty());
            proxy.strike(call, way, () -> victim.get().ifPresent(ProductProcess::close));
            try (ProductProcess process = monthEnd.product().start(command)) {
                victim.set(Optional.of(process));
                return process.await(Case.PATIENCE);
            }
        } finally {
            proxy.strikeNoMore();
        }
    }
}
