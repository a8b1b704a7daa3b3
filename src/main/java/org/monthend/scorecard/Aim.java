package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.catalogue.Target;

/**
 * What a series ought to reach in its last month, in its own unit: one value, or a band whose ends belong to it, or nothing.
 *
 * @param value empty without a target, or when it is a band
 * @param low lower end of a band; empty when it is open below
 * @param high upper end of a band; empty when it is open above
 */
public record Aim(OptionalDouble value, OptionalDouble low, OptionalDouble high) {

    public static Aim none() {
        return new Aim(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    public static Aim at(double value) {
        return new Aim(OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty());
    }

    public static Aim between(double low, double high) {
        return new Aim(OptionalDouble.empty(), OptionalDouble.of(low), OptionalDouble.of(high));
    }

    /** What the catalogue says. A value beside a band counts, as it does for the standing. */
    static Aim of(Target target) {
        return target.value().isPresent()
                ? at(target.value().get().doubleValue())
                : new Aim(OptionalDouble.empty(), number(target.low()), number(target.high()));
    }

    private static OptionalDouble number(Optional<BigDecimal> end) {
        return end.map(value -> OptionalDouble.of(value.doubleValue())).orElse(OptionalDouble.empty());
    }
}
