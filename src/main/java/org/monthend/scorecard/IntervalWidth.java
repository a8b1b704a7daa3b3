package org.monthend.scorecard;

import java.util.List;

/**
 * How far the intervals reach from the forecast, in units of the series' own one-month error: a constant and a part that
 * grows with the root of the months ahead. Fitted to real series by their length (algorithms.md, 5.4; the widths for 13
 * and for 3 months are fitted to the same series, as those for 12 and for 6 would be too narrow there).
 */
record IntervalWidth(int fromMonths, double constant80, double growth80, double constant95, double growth95) {

    private static final List<IntervalWidth> BY_LENGTH = List.of(
            new IntervalWidth(99, 0.749, 0.566, 0.521, 1.456),
            new IntervalWidth(60, 0.769, 0.635, 0.914, 1.367),
            new IntervalWidth(36, 1.048, 0.618, 0.564, 1.804),
            new IntervalWidth(24, 1.189, 0.712, 1.262, 1.787),
            new IntervalWidth(18, 1.465, 0.600, 1.247, 1.977),
            new IntervalWidth(15, 1.665, 0.651, 1.442, 2.183),
            new IntervalWidth(13, 1.616, 0.697, 1.697, 2.012),
            new IntervalWidth(12, 1.421, 0.362, 0.267, 2.156),
            new IntervalWidth(8, 1.488, 0.374, 0.349, 2.282),
            new IntervalWidth(6, 1.693, 0.352, 0.684, 2.301),
            new IntervalWidth(3, 2.508, 0.735, 2.354, 3.833));

    /** The widths of the longest class that the series reaches. */
    static IntervalWidth forMonths(int months) {
        return BY_LENGTH.stream()
                .filter(width -> width.fromMonths <= months)
                .findFirst()
                .orElseThrow();
    }

    double at80(int horizon) {
        return constant80 + growth80 * Math.sqrt(horizon);
    }

    double at95(int horizon) {
        return constant95 + growth95 * Math.sqrt(horizon);
    }

    /** The one-month error: of simple smoothing, or from the moving ranges while there are fewer than six months. */
    static double spread(double[] series) {
        int n = series.length;
        if (n >= 6) {
            return Math.sqrt(Smoothing.simple(series).squaredErrors() / (n - 2));
        }
        double ranges = 0;
        for (int i = 1; i < n; i++) {
            ranges += Math.abs(series[i] - series[i - 1]) / (n - 1);
        }
        return ranges / 1.128;
    }
}
