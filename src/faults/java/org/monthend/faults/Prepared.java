package org.monthend.faults;

import java.util.Map;
import java.util.TreeMap;

/** Month ends brought to a point without any fault, of which copies are made. */
final class Prepared {

    private static final long SEED = 1;

    private final int months;
    private final Map<Integer, Case> byWaves = new TreeMap<>();

    /** @param months of the workload, each a wave; the corrections are the waves after them */
    Prepared(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }

    /** A copy of the one that has taken so many waves. */
    Case after(int waves, Workshop workshop, Tally tally, long seed) throws Exception {
        return original(waves, workshop).copy(tally, seed);
    }

    private synchronized Case original(int waves, Workshop workshop) throws Exception {
        Case known = byWaves.get(waves);
        if (known != null) {
            return known;
        }
        Case original = new Case(workshop, new Tally("undisturbed", SEED, 0), SEED, new Workload(SEED, months));
        original.bringTo(waves);
        byWaves.put(waves, original);
        return original;
    }
}
