package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;

/** Judges the latest figure against its target, on unrounded figures (algorithms.md, 2). */
public final class Standing {

    private Standing() {}

    /**
     * How a figure stands to its target. Ties meet; a band is met inside and on its ends, whatever the polarity. A miss by
     * no more than the tolerance is within tolerance.
     *
     * <p>A context measure has no good side, so against a single value it has a variance but no standing (NO_TARGET);
     * against a band it has one.
     *
     * @param target the one that holds in the figure's month, if any; a target without any value counts as none
     */
    public static TargetJudgement judge(Figure latest, Measure measure, Optional<Target> target) {
        return target.filter(Standing::saysSomething)
                .map(aim -> judge(latest, measure, aim))
                .orElseGet(() -> new TargetJudgement(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        TargetStanding.NO_TARGET,
                        false));
    }

    private static TargetJudgement judge(Figure latest, Measure measure, Target target) {
        Optional<BigDecimal> actual = latest.reportedValue();
        boolean sided = target.value().isEmpty() || measure.polarity() != Polarity.CONTEXT;
        Optional<BigDecimal> variance = actual.map(value -> variance(value, target));
        TargetStanding standing = !sided
                ? TargetStanding.NO_TARGET
                : actual.map(value -> standing(value, measure, target)).orElse(TargetStanding.NO_FIGURE);
        boolean missed = standing == TargetStanding.MISSED || standing == TargetStanding.WITHIN_TOLERANCE;
        boolean missesByRounding = missed
                && actual.map(value -> value.setScale(measure.decimals(), RoundingMode.HALF_UP))
                        .filter(rounded -> shortfall(rounded, measure, target).signum() == 0)
                        .isPresent();
        return new TargetJudgement(
                target.value(),
                target.low(),
                target.high(),
                Printed.target(target, measure),
                variance,
                measure.polarity() == Polarity.CONTEXT
                        ? Optional.empty()
                        : variance.map(difference -> toTheGood(difference, measure, target)),
                standing,
                missesByRounding);
    }

    private static TargetStanding standing(BigDecimal actual, Measure measure, Target target) {
        BigDecimal shortfall = shortfall(actual, measure, target);
        if (shortfall.signum() == 0) {
            return TargetStanding.MET;
        }
        return shortfall.compareTo(target.tolerance()) <= 0 ? TargetStanding.WITHIN_TOLERANCE : TargetStanding.MISSED;
    }

    /** How far the figure lies on the wrong side; 0 when it meets. */
    private static BigDecimal shortfall(BigDecimal actual, Measure measure, Target target) {
        return toTheGood(variance(actual, target), measure, target)
                .min(BigDecimal.ZERO)
                .negate();
    }

    /** Actual less target; for a band, 0 inside and the distance to the nearer end outside. */
    private static BigDecimal variance(BigDecimal actual, Target target) {
        if (target.value().isPresent()) {
            return actual.subtract(target.value().get());
        }
        BigDecimal above = target.high().map(actual::subtract).orElse(BigDecimal.ZERO);
        BigDecimal below = target.low().map(actual::subtract).orElse(BigDecimal.ZERO);
        return above.max(BigDecimal.ZERO).add(below.min(BigDecimal.ZERO));
    }

    private static BigDecimal toTheGood(BigDecimal variance, Measure measure, Target target) {
        if (target.value().isEmpty()) {
            return variance.abs().negate();
        }
        return measure.polarity() == Polarity.LOWER_IS_BETTER ? variance.negate() : variance;
    }

    private static boolean saysSomething(Target target) {
        return target.value().isPresent()
                || target.low().isPresent()
                || target.high().isPresent();
    }
}
