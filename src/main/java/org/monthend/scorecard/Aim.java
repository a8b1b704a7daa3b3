package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;

/**
 * Between what two figures a month's or a year's outturn meets its target, both included, in the measure's unit.
 *
 * @param low negative infinity when anything low meets
 * @param high positive infinity when anything high meets
 */
public record Aim(double low, double high) {

    /** Sums of decimals are exact to fifteen digits only, and a tie meets. */
    private static final double TIE = 1e-9;

    public Aim {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no aim from " + low + " to " + high);
        }
    }

    public static Aim atLeast(double target) {
        return new Aim(target, Double.POSITIVE_INFINITY);
    }

    public static Aim atMost(double target) {
        return new Aim(Double.NEGATIVE_INFINITY, target);
    }

    /**
     * What the year's outturn has to reach when each of its months has a target: the sum of the months' targets where the
     * outturn is a sum, their mean where it is a mean of months, and the last month's target otherwise. Empty where one of
     * these months has none, and where a context measure has a single value for target, which has no good side. A band is
     * met inside and on its ends, whatever the polarity.
     *
     * @param months the targets that hold in the twelve months of the year, April first
     */
    public static Optional<Aim> ofYear(List<Optional<Target>> months, Aggregation aggregation, Polarity polarity) {
        boolean everyMonth = aggregation == Aggregation.FLOW || aggregation == Aggregation.FLOW_MEAN;
        List<Optional<Aim>> aims = (everyMonth ? months : months.subList(months.size() - 1, months.size()))
                .stream()
                        .map(target -> target.flatMap(set -> of(set, polarity)))
                        .toList();
        if (aims.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        double share = aggregation == Aggregation.FLOW ? 1 : 1.0 / aims.size();
        double low = 0;
        double high = 0;
        for (Optional<Aim> aim : aims) {
            low += aim.orElseThrow().low * share;
            high += aim.orElseThrow().high * share;
        }
        return Optional.of(new Aim(low, high));
    }

    /** What a month has to reach; empty where a context measure has a single value for target, and for an empty target. */
    static Optional<Aim> of(Target target, Polarity polarity) {
        if (target.value().isPresent()) {
            double value = target.value().get().doubleValue();
            return switch (polarity) {
                case HIGHER_IS_BETTER -> Optional.of(atLeast(value));
                case LOWER_IS_BETTER -> Optional.of(atMost(value));
                case CONTEXT -> Optional.empty();
            };
        }
        if (target.low().isEmpty() && target.high().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Aim(
                target.low().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                target.high().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY)));
    }

    /** Whether an outturn meets; ties do. */
    boolean isMetBy(double outturn) {
        return outturn >= low - TIE * Math.abs(low) && outturn <= high + TIE * Math.abs(high);
    }

    /** Whether every outturn from the lowest to the highest meets. */
    boolean isSure(double lowest, double highest) {
        return isMetBy(lowest) && isMetBy(highest);
    }

    /** Whether no outturn from the lowest to the highest meets. */
    boolean isLost(double lowest, double highest) {
        return highest < low - TIE * Math.abs(low) || lowest > high + TIE * Math.abs(high);
    }
}
