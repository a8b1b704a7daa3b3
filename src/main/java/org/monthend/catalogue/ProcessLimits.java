package org.monthend.catalogue;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Between what the figures of a measure usually lie, in its unit: the process limits of an XmR chart.
 *
 * <p>mean ± 2.66 × mean moving range, where ranges not below 3.267 × their mean are left out once (docs/algorithms.md,
 * section 4; NHS England, Making Data Count; D. Wheeler, Understanding Variation, 1993; L. Nelson, Journal of Quality
 * Technology 14, 1982). 2.66 is 3 / 1.128: three sigma, told from the differences of two. The limits are not cut at 0 or
 * 100.
 *
 * @param mean of all figures, those of screened ranges too
 * @param meanRange mean of the moving ranges that were kept; 0 when there are none, or all are 0
 * @param figures how many figures the mean is of
 * @param ranges how many moving ranges there were before screening
 * @param rangesLeftOut how many of them were too large and screened out
 */
public record ProcessLimits(double mean, double meanRange, int figures, int ranges, int rangesLeftOut) {

    private static final double RANGES_TO_LIMIT = 2.66;
    private static final double RANGES_TO_SCREEN = 3.267;

    /** Mean range of two normal figures in standard deviations, d2. */
    private static final double RANGE_TO_SIGMA = 1.128;

    /** The limits of figures that follow one another, with screening. */
    public static ProcessLimits of(double[] figures) {
        return of(figures, ranges(figures), true);
    }

    /**
     * The limits of figures, by the ranges between them.
     *
     * @param figures one or more, the oldest first
     * @param ranges absolute differences of those that follow one another; none across a break
     * @param screened whether ranges not below 3.267 × their mean are left out once
     */
    public static ProcessLimits of(double[] figures, double[] ranges, boolean screened) {
        double mean = Arrays.stream(figures).average().orElseThrow();
        double meanRange = Arrays.stream(ranges).average().orElse(0);
        if (!screened || meanRange == 0) {
            return new ProcessLimits(mean, meanRange, figures.length, ranges.length, 0);
        }
        double[] kept = Arrays.stream(ranges)
                .filter(range -> range < RANGES_TO_SCREEN * meanRange)
                .toArray();
        return new ProcessLimits(
                mean,
                Arrays.stream(kept).average().orElse(0),
                figures.length,
                ranges.length,
                ranges.length - kept.length);
    }

    /** Absolute differences of figures that follow one another; one less than there are figures. */
    public static double[] ranges(double[] figures) {
        return IntStream.range(1, figures.length)
                .mapToDouble(index -> Math.abs(figures[index] - figures[index - 1]))
                .toArray();
    }

    /** How far the limits lie from the mean. */
    public double reach() {
        return RANGES_TO_LIMIT * meanRange;
    }

    public double lower() {
        return mean - reach();
    }

    public double upper() {
        return mean + reach();
    }

    /** The near limits lie at two thirds of the way. */
    public double nearLower() {
        return mean - reach() * 2 / 3;
    }

    public double nearUpper() {
        return mean + reach() * 2 / 3;
    }

    /**
     * Whether screening left no limits at all though the figures differ: all ranges but the large ones are 0, as where
     * hardly anything ever happens.
     */
    public boolean areScreenedAway() {
        return meanRange == 0 && rangesLeftOut > 0;
    }

    /** Standard deviation from month to month, as the moving ranges tell it. */
    public double sigma() {
        return meanRange / RANGE_TO_SIGMA;
    }
}
