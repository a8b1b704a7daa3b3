package org.monthend.scorecard;

import java.util.List;

/**
 * How far the intervals reach from the forecast, in units of the series' own one-month error.
 *
 * <p>A month ahead it is a constant; after that it widens as the errors of simple smoothing do, whose variance grows by α² a
 * month (Hyndman, Koehler, Ord and Snyder 2008, table 6.2): a level that stays is as sure in a year as next month, one that
 * wanders is not. The constants are fitted to the errors of real series by their length (docs/forecasting.md).
 *
 * @param next80 half the 80% interval of the next month
 * @param next95 half the 95% interval of the next month
 * @param bySpeed growth of the variance a month for each unit of α²
 * @param always growth of the variance a month whatever α is
 */
record IntervalWidth(int fromMonths, double next80, double next95, double bySpeed, double always) {

    private static final List<IntervalWidth> BY_LENGTH = List.of(
            new IntervalWidth(99, 1.31, 2.10, 0.87, 0),
            new IntervalWidth(60, 1.41, 2.35, 0.82, 0),
            new IntervalWidth(48, 1.44, 2.44, 0.88, 0),
            new IntervalWidth(36, 1.58, 2.64, 1.07, 0),
            new IntervalWidth(24, 2.02, 3.45, 0.61, 0),
            new IntervalWidth(18, 1.87, 3.40, 0.77, 0.012),
            new IntervalWidth(15, 2.09, 4.02, 0.68, 0.031),
            new IntervalWidth(13, 2.24, 4.37, 0.66, 0.062),
            new IntervalWidth(12, 1.45, 2.61, 1.59, 0.041),
            new IntervalWidth(8, 1.66, 3.17, 0.99, 0.053),
            new IntervalWidth(6, 1.75, 3.85, 0.54, 0.181),
            new IntervalWidth(4, 2.65, 7.13, 0, 0.304),
            new IntervalWidth(3, 2.97, 9.05, 0, 0.301));

    /** The widths of the longest class that the series reaches. */
    static IntervalWidth forMonths(int months) {
        return BY_LENGTH.stream()
                .filter(width -> width.fromMonths <= months)
                .findFirst()
                .orElseThrow();
    }

    /** Variance of the error so many months ahead, over that of the next month. */
    double variance(int horizon, double speed) {
        return 1 + (horizon - 1) * (bySpeed * speed * speed + always);
    }
}
