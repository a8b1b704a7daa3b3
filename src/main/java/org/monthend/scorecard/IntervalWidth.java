package org.monthend.scorecard;

import java.util.List;

/**
 * How far the intervals reach from the forecast, in units of the series' own one-month error: a constant and a part that
 * grows with the root of the months ahead. Fitted by least squares to the 80th and 95th percentiles of the errors of real
 * series by their length (docs/forecasting.md).
 */
record IntervalWidth(int fromMonths, double constant80, double growth80, double constant95, double growth95) {

    private static final List<IntervalWidth> BY_LENGTH = List.of(
            new IntervalWidth(99, 0.715, 0.568, 1.024, 1.084),
            new IntervalWidth(60, 0.790, 0.579, 0.936, 1.262),
            new IntervalWidth(48, 0.877, 0.535, 1.062, 1.216),
            new IntervalWidth(36, 1.086, 0.578, 0.751, 1.659),
            new IntervalWidth(24, 1.124, 0.708, 1.298, 1.616),
            new IntervalWidth(18, 1.309, 0.628, 1.555, 1.592),
            new IntervalWidth(15, 1.475, 0.699, 1.437, 1.980),
            new IntervalWidth(13, 1.733, 0.699, 1.789, 2.144),
            new IntervalWidth(12, 1.243, 0.517, 0.000, 2.407),
            new IntervalWidth(8, 1.250, 0.572, 0.142, 2.491),
            new IntervalWidth(6, 1.386, 0.611, 0.620, 2.449),
            new IntervalWidth(4, 2.545, 0.669, 1.822, 3.880),
            new IntervalWidth(3, 2.732, 0.821, 2.649, 5.108));

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
