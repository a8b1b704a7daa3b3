package org.monthend.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Round trip N to the database goes wrong, for N = 1, 2, ... until a load is done before it comes to that; in every way
 * of {@link WireProxy.Way}; of a first month, and of a correction.
 */
final class FailedCalls implements FaultTest {

    /** How many waves stand before the one that is disturbed: none, and all the first ones. */
    private static final List<Integer> WAVES_BEFORE = List.of(0, Workload.MONTHS);

    private static final int SITUATIONS = WAVES_BEFORE.size() * WireProxy.Way.values().length;

    private final Map<Integer, Case> prepared = new TreeMap<>();
    private final Map<Integer, Integer> roundTrips = new ConcurrentHashMap<>();
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
    public int fewestRounds() {
        return 40;
    }

    @Override
    public boolean isExhausted() {
        return exhausted.size() == SITUATIONS;
    }

    @Override
    public long seed(long first, int number, boolean share) {
        if (!share) {
            return first - 1 + number;
        }
        Random random = new Random(first * 31 + number);
        int most =
                roundTrips.values().stream().mapToInt(Integer::intValue).max().orElse(100);
        return (long) random.nextInt(most) * SITUATIONS + Math.floorMod(number, SITUATIONS);
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        int situation = (int) (seed % SITUATIONS);
        int call = 1 + (int) (seed / SITUATIONS);
        WireProxy.Way way = WireProxy.Way.values()[situation / WAVES_BEFORE.size()];
        int wavesBefore = WAVES_BEFORE.get(situation % WAVES_BEFORE.size());
        if (exhausted.containsKey(situation)) {
            return;
        }
        Case original = prepared(workshop, wavesBefore);
        try (Case monthEnd = original.copy(tally, seed);
                WireProxy proxy = new WireProxy(monthEnd.database().address().port())) {
            monthEnd.arrive(monthEnd.workload().waves().get(wavesBefore));
            Optional<Integer> code = disturbed(monthEnd, proxy, call, way);
            String what = "call %d of the load after %d waves, %s, at '%.120s'"
                    .formatted(call, wavesBefore, way, proxy.struck().orElse("nothing"));
            if (proxy.struck().isEmpty()) {
                exhausted.put(situation, true);
                return;
            }
            tally.round();
            if (Boolean.getBoolean("talk")) {
                System.out.println(what + " -> " + code + " " + tally.line());
            }
            tally.note(way + " exit " + code.map(String::valueOf).orElse("none"));
            List<String> violations = new ArrayList<>();
            if (code.isEmpty()) {
                violations.add(what + ": the load does not end");
            } else if (code.get() == 1) {
                violations.add(what + ": the load calls it unexpected: " + monthEnd.unexpected());
            }
            monthEnd.violated(violations);
            if (monthEnd.finishHere() && monthEnd.judge(what)) {
                monthEnd.judgeReaders();
            }
        }
    }

    private static Optional<Integer> disturbed(Case monthEnd, WireProxy proxy, int call, WireProxy.Way way)
            throws Exception {
        Database through = monthEnd.database().through(proxy.port());
        try {
            if (!way.killsClient()) {
                proxy.strike(call, way, () -> {});
                return monthEnd.loadHere(through);
            }
            monthEnd.noteKill();
            AtomicReference<Optional<ProductProcess>> victim = new AtomicReference<>(Optional.empty());
            proxy.strike(call, way, () -> victim.get().ifPresent(ProductProcess::close));
            try (ProductProcess process = monthEnd.start(List.of(), monthEnd.load(through))) {
                victim.set(Optional.of(process));
                return process.await(Case.PATIENCE);
            }
        } finally {
            proxy.strikeNoMore();
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
