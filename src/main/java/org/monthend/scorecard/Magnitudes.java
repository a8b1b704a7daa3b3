package org.monthend.scorecard;

import java.util.List;
import java.util.OptionalDouble;

/** Figures whose squares a computer can still add up. */
final class Magnitudes {

    private static final double LARGEST = 1e150;

    private Magnitudes() {}

    /** Whether there is a figure, and it is a number within ±1e150. */
    static boolean isSound(OptionalDouble value) {
        return value.isPresent() && Math.abs(value.getAsDouble()) <= LARGEST;
    }

    /** Whether every figure that there is can be reckoned with. */
    static boolean areSound(List<OptionalDouble> values) {
        return values.stream().allMatch(value -> value.isEmpty() || isSound(value));
    }
}
