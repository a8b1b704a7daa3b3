package org.monthend.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * Between what a measure's figures usually lie, in its unit, at the decimals that the page shows: the limits of an XmR
 * chart, rounded outwards.
 *
 * <p>mean ± 2.66 × mean moving range, where ranges not below 3.267 × their mean are left out once (docs/algorithms.md,
 * section 4; NHS England, Making Data Count; D. Wheeler, Understanding Variation, 1993). 2.66 is 3 / 1.128, the three sigma
 * of differences of two. No figure is below 0, and no percentage above 100.
 */
record UsualRange(BigDecimal low, BigDecimal high) {

    /** With fewer figures the limits would be a guess. */
    static final int FEWEST_FIGURES = 12;

    private static final double RANGES_TO_LIMIT = 2.66;
    private static final double RANGES_TO_SCREEN = 3.267;
    private static final double MOST_PERCENT = 100;

    /**
     * @param figures of earlier months, the oldest first
     * @param factor by which the limits are wider than those of the chart
     */
    static Optional<UsualRange> of(double[] figures, double factor, Measure measure) {
        if (figures.length < FEWEST_FIGURES) {
            return Optional.empty();
        }
        double mean = Arrays.stream(figures).average().orElseThrow();
        double reach = factor * RANGES_TO_LIMIT * meanRange(figures);
        double high = measure.unit() == Unit.PERCENT ? Math.min(MOST_PERCENT, mean + reach) : mean + reach;
        return Optional.of(new UsualRange(
                rounded(Math.max(0, mean - reach), measure, RoundingMode.FLOOR),
                rounded(high, measure, RoundingMode.CEILING)));
    }

    private static double meanRange(double[] figures) {
        double[] ranges = IntStream.range(1, figures.length)
                .mapToDouble(index -> Math.abs(figures[index] - figures[index - 1]))
                .toArray();
        double mean = Arrays.stream(ranges).average().orElse(0);
        return Arrays.stream(ranges)
                .filter(range -> range < RANGES_TO_SCREEN * mean)
                .average()
                .orElse(0);
    }

    /** Twelve digits of a binary result are certain; more would round 25.000000000000004 up to 26. */
    private static BigDecimal rounded(double limit, Measure measure, RoundingMode mode) {
        return new BigDecimal(limit).setScale(12, RoundingMode.HALF_EVEN).setScale(measure.decimals(), mode);
    }

    /** Whether the figure lies beyond them as the page would show it: 29.3, shown as 29, is not beyond 29. */
    boolean leavesOut(BigDecimal figure) {
        BigDecimal shown = figure.setScale(low.scale(), RoundingMode.HALF_UP);
        return shown.compareTo(low) < 0 || shown.compareTo(high) > 0;
    }
}
