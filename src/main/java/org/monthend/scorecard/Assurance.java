package org.monthend.scorecard;

import java.util.Optional;
import org.monthend.catalogue.ProcessLimits;

/** Whether a process that goes on as it is can be relied on to meet its target (NHS England, Making Data Count). */
public enum Assurance {
    CONSISTENTLY_PASSES("consistent_pass", "Consistently meets the target"),
    HIT_AND_MISS("inconsistent", "Hits and misses the target"),
    CONSISTENTLY_FAILS("consistent_fail", "Consistently misses the target"),
    /** No target, or no better side to be on. */
    NONE("", "");

    /** Two numbers that differ by less, as a part of them, are the same but for how computers add. */
    private static final double SAME = 1e-12;

    private final String word;
    private final String label;

    Assurance(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word that the warehouse keeps; empty for none. */
    public String word() {
        return word;
    }

    /** What the page says; empty for none. */
    public String label() {
        return label;
    }

    /**
     * The target against the process limits. A value beyond them is always passed or always failed; on a limit it is hit
     * and miss. A band is passed when both limits lie inside it and failed when both lie on one side outside it; a limit on
     * an end of the band is hit and miss, too. From one figure alone nothing is consistent.
     */
    static Assurance of(ProcessLimits limits, Optional<Aim> aim) {
        if (aim.isEmpty()) {
            return NONE;
        }
        double low = aim.get().low();
        double high = aim.get().high();
        if (limits.ranges() == 0) {
            return HIT_AND_MISS;
        }
        if (isBelow(limits.upper(), low) || isBelow(high, limits.lower())) {
            return CONSISTENTLY_FAILS;
        }
        return isBelow(low, limits.lower()) && isBelow(limits.upper(), high) ? CONSISTENTLY_PASSES : HIT_AND_MISS;
    }

    /** Clearly; anything is below an end that is open. */
    private static boolean isBelow(double one, double other) {
        return Double.isInfinite(one) || Double.isInfinite(other)
                ? one < other
                : other - one > SAME * Math.max(Math.abs(one), Math.abs(other));
    }
}
