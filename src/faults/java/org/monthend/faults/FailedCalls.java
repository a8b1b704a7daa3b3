package org.monthend.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Round trip N to the database goes wrong, for N = 1, 2, ... until the command is done before it comes to that; in every
 * way of {@link WireProxy.Way} and every {@link Situation}. Answers are lost, and processes are killed, where something is
 * committed: elsewhere a lost answer differs in nothing that lasts from a failure one call later.
 */
final class FailedCalls implements Trial {

    private static final int WAYS = WireProxy.Way.values().length;
    private static final int KINDS = WAYS * Situation.values().length;

    /** More than any command makes. */
    private static final int MOST_CALLS = 1_024;

    /** Every eighth call is tried, then those beside them, so that a run that is cut short has been everywhere. */
    private static final int PASSES = 8;

    private static final int FIRST_PASS = Integer.getInteger("pass", 1);

    /** By so many the calls of one command differ from run to run, as threads take turns. */
    private static final int MORE_OR_LESS = 20;

    /** One month is enough to have each kind of call; what goes over months is killed in {@link Kills}. */
    private final Prepared prepared = new Prepared(1);

    private final Map<Integer, Integer> calls = new ConcurrentHashMap<>();
    private final Map<Situation, Set<Integer>> commits = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> neverReached = new ConcurrentHashMap<>();
    private volatile boolean exhausted;

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
        return new Share(30, 12, 30);
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }

    /** A seed is a kind and a call; a share takes calls at random. */
    @Override
    public long seed(long first, int number, boolean share) {
        if (!share) {
            int each = MOST_CALLS / PASSES;
            int place = number / KINDS + each * (FIRST_PASS - 1);
            exhausted = place >= MOST_CALLS;
            return (long) (place % each * PASSES + place / each) * KINDS + number % KINDS;
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
        if (call > Optional.ofNullable(neverReached.get(kind)).orElse(MOST_CALLS) + MORE_OR_LESS) {
            return;
        }
        if (way.isOfCommits() && !isCommit(situation, call, workshop, tally)) {
            return;
        }
        try (Case monthEnd = prepared.after(situation.wavesBefore(prepared), workshop, tally, seed);
                WireProxy proxy = new WireProxy(monthEnd.database().address().port())) {
            situation.prepare(monthEnd);
            Optional<Integer> code = disturbed(monthEnd, situation, proxy, call, way);
            calls.merge(kind / WAYS, proxy.roundTrips(), Math::max);
            if (proxy.struck().isEmpty()) {
                neverReached.merge(kind, call, Math::min);
                return;
            }
            String what = "%s, call %d: %s at '%.120s'"
                    .formatted(situation, call, way, proxy.struck().orElseThrow());
            tally.round(what, code);
            if (way != WireProxy.Way.FREEZE) {
                monthEnd.mustHaveEnded(code, what);
            }
            situation.mend(monthEnd, what);
        }
    }

    /** Known from a run that nothing disturbs. */
    private boolean isCommit(Situation situation, int call, Workshop workshop, Tally tally) throws Exception {
        Set<Integer> known = commits.get(situation);
        if (known == null) {
            try (Case monthEnd = prepared.after(situation.wavesBefore(prepared), workshop, tally, tally.firstSeed());
                    WireProxy proxy =
                            new WireProxy(monthEnd.database().address().port())) {
                situation.prepare(monthEnd);
                disturbed(monthEnd, situation, proxy, Integer.MAX_VALUE, WireProxy.Way.THROW);
                known = Set.copyOf(proxy.commits());
                commits.put(situation, known);
                calls.merge(situation.ordinal(), proxy.roundTrips(), Math::max);
                tally.note("calls of " + situation, proxy.roundTrips());
                tally.note("commits of " + situation, known.size());
            }
        }
        int last = Optional.ofNullable(calls.get(situation.ordinal())).orElse(call);
        return known.contains(call) || call > last;
    }

    private static Optional<Integer> disturbed(
            Case monthEnd, Situation situation, WireProxy proxy, int call, WireProxy.Way way) throws Exception {
        List<String> command = situation.command(monthEnd, monthEnd.database().through(proxy.port()));
        try {
            if (way == WireProxy.Way.FREEZE) {
                monthEnd.noteKill();
                proxy.strike(call, way, () -> {});
                return monthEnd.product().runHere(command, () -> proxy.struck().isPresent());
            }
            if (!way.killsClient()) {
                proxy.strike(call, way, () -> {});
                return monthEnd.product().runHere(command);
            }
            monthEnd.noteKill();
            Queue<ProductProcess> victim = new ConcurrentLinkedQueue<>();
            proxy.strike(call, way, () -> victim.forEach(ProductProcess::close));
            try (ProductProcess process = monthEnd.product().start(command)) {
                victim.add(process);
                return process.await(Case.PATIENCE);
            }
        } finally {
            proxy.strikeNoMore();
        }
    }
}
