package org.monthend.scorecard;

/**
 * How large the errors of next month's forecasts have been, as simple smoothing would have made them.
 *
 * @param size their root mean square
 * @param speed α, the share of each that lasted
 */
record OneMonthError(double size, double speed) {

    private static final int FIRM = 6;

    /** Mean size of the difference of two normal draws, in their standard deviation. */
    private static final double RANGE_TO_SIGMA = 1.128;

    /** From the moving ranges, and without a speed, while there are fewer than six months. */
    static OneMonthError of(double[] series) {
        int n = series.length;
        if (n >= FIRM) {
            SimpleSmoothing smoothing = SimpleSmoothing.of(series);
            return new OneMonthError(Math.sqrt(smoothing.squaredErrors() / (n - 2)), smoothing.speed());
        }
        double ranges = 0;
        for (int i = 1; i < n; i++) {
            ranges += Math.abs(series[i] - series[i - 1]) / (n - 1);
        }
        return new OneMonthError(ranges / RANGE_TO_SIGMA, 0);
    }
}
