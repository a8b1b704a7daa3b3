package org.monthend.scorecard;

import java.util.OptionalDouble;
import org.monthend.catalogue.Polarity;
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
     * and miss. A band is passed when both limits lie inside it and failed when both lie on one side outside it, whatever
     * the polarity. A limit that is an end of the band is hit and miss, too. From one figure alone nothing is consistent.
     */
    static Assurance of(ProcessLimits limits, Aim aim, Polarity polarity) {
        if (aim.value().isPresent()) {
            return polarity == Polarity.CONTEXT
                    ? NONE
                    : ofValue(limits, aim.value().getAsDouble(), polarity == Polarity.HIGHER_IS_BETTER);
        }
        if (aim.low().isEmpty() && aim.high().isEmpty()) {
            return NONE;
        }
        return ofBand(limits, aim.low(), aim.high());
    }

    private static Assurance ofValue(ProcessLimits limits, double target, boolean higherIsBetter) {
        if (limits.ranges() == 0) {
            return HIT_AND_MISS;
        }
        if (isBelow(target, limits.lower())) {
            return higherIsBetter ? CONSISTENTLY_PASSES : CONSISTENTLY_FAILS;
        }
        if (isBelow(limits.upper(), target)) {
            return higherIsBetter ? CONSISTENTLY_FAILS : CONSISTENTLY_PASSES;
        }
        return HIT_AND_MISS;
    }

    private static Assurance ofBand(ProcessLimits limits, OptionalDouble low, OptionalDouble high) {
        if (limits.ranges() == 0) {
            return HIT_AND_MISS;
        }
        boolean under = low.isPresent() && isBelow(limits.upper(), low.getAsDouble());
        boolean over = high.isPresent() && isBelow(high.getAsDouble(), limits.lower());
        if (under || over) {
            return CONSISTENTLY_FAILS;
        }
        boolean keepsAbove = low.isEmpty() || isBelow(low.getAsDouble(), limits.lower());
        boolean keepsBelow = high.isEmpty() || isBelow(limits.upper(), high.getAsDouble());
        return keepsAbove && keepsBelow ? CONSISTENTLY_PASSES : HIT_AND_MISS;
    }

    private static boolean isBelow(double one, double other) {
        return other - one > SAME * Math.max(Math.abs(one), Math.abs(other));
    }
}
