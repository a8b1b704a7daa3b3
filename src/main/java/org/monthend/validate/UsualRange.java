package org.monthend.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.ProcessLimits;
import org.monthend.catalogue.Unit;

/**
 * Between what a measure's figures usually lie, in its unit, at the decimals that the page shows: its process limits,
 * rounded outwards. No figure is below 0, and no percentage above 100.
 *
 * @param low the lower limit
 * @param high the upper limit
 * @param lowest one mean range beneath the last figure, where that is lower: a level that has moved is asked about once
 * @param highest one mean range above the last figure, where that is higher
 */
record UsualRange(BigDecimal low, BigDecimal high, BigDecimal lowest, BigDecimal highest) {

    /** With fewer figures the limits would be a guess. */
    static final int FEWEST_FIGURES = 12;

    private static final double MOST_PERCENT = 100;

    /**
     * @param figures of earlier months, the oldest first
     * @param factor by which the limits are wider than those of the chart
     */
    static Optional<UsualRange> of(double[] figures, double factor, Measure measure) {
        if (figures.length < FEWEST_FIGURES) {
            return Optional.empty();
        }
        ProcessLimits limits = ProcessLimits.of(figures);
        double mean = limits.mean();
        double last = figures[figures.length - 1];
        double step = factor * limits.meanRange();
        double reach = factor * limits.reach();
        return Optional.of(new UsualRange(
                floor(mean - reach, measure),
                ceiling(mean + reach, measure),
                floor(Math.min(mean - reach, last - step), measure),
                ceiling(Math.max(mean + reach, last + step), measure)));
    }

    private static BigDecimal floor(double limit, Measure measure) {
        return rounded(Math.max(0, limit), measure, RoundingMode.FLOOR);
    }

    private static BigDecimal ceiling(double limit, Measure measure) {
        boolean isShare = measure.unit() == Unit.PERCENT;
        return rounded(isShare ? Math.min(MOST_PERCENT, limit) : limit, measure, RoundingMode.CEILING);
    }

    /** Twelve digits of a binary result are certain; more would round 25.000000000000004 up to 26. */
    private static BigDecimal rounded(double limit, Measure measure, RoundingMode mode) {
        return new BigDecimal(limit).setScale(12, RoundingMode.HALF_EVEN).setScale(measure.decimals(), mode);
    }

    /** Whether the figure lies beyond all of them as the page would show it: 29.3, shown as 29, is not beyond 29. */
    boolean leavesOut(BigDecimal figure) {
        BigDecimal shown = figure.setScale(lowest.scale(), RoundingMode.HALF_UP);
        return shown.compareTo(lowest) < 0 || shown.compareTo(highest) > 0;
    }
}
