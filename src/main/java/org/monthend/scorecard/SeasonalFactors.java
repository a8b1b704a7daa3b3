package org.monthend.scorecard;

import java.util.Arrays;

/** How much each calendar month usually lies above or below its year, shrunk by how sure that is. */
final class SeasonalFactors {

    private static final int YEAR = 12;

    private SeasonalFactors() {}

    /**
     * Twelve additive factors of a series without gaps of 24 months or more; position i of the series has factor i mod
     * 12. Trend by centred 2×12 average with its ends extended at half the slope of the nearest year, month means of
     * what remains, shrunk by 1 - 1/F (algorithms.md, 5.2).
     */
    static double[] ofTwoYears(double[] series) {
        int n = series.length;
        double[] trend = trend(series);
        double[] factors = new double[YEAR];
        int[] counts = new int[YEAR];
        for (int i = 0; i < n; i++) {
            factors[i % YEAR] += series[i] - trend[i];
            counts[i % YEAR]++;
        }
        for (int m = 0; m < YEAR; m++) {
            factors[m] /= counts[m];
        }
        double centre = Arrays.stream(factors).sum() / YEAR;
        double between = 0;
        for (int m = 0; m < YEAR; m++) {
            factors[m] -= centre;
            between += counts[m] * factors[m] * factors[m];
        }
        double within = 0;
        for (int i = 0; i < n; i++) {
            double rest = series[i] - trend[i] - centre - factors[i % YEAR];
            within += rest * rest;
        }
        double shrinkage = between <= 0 ? 0 : Math.max(0, 1 - (within / (n - 13)) / (between / 11));
        for (int m = 0; m < YEAR; m++) {
            factors[m] *= shrinkage;
        }
        return factors;
    }

    private static double[] trend(double[] series) {
        int n = series.length;
        double[] trend = new double[n];
        int first = 6;
        int last = n - 7;
        for (int i = first; i <= last; i++) {
            double inner = 0;
            for (int j = i - 5; j <= i + 5; j++) {
                inner += series[j];
            }
            trend[i] = (0.5 * (series[i - 6] + series[i + 6]) + inner) / YEAR;
        }
        int length = Math.min(YEAR, last - first + 1);
        double endSlope = Lines.slope(Arrays.copyOfRange(trend, last - length + 1, last + 1));
        double startSlope = Lines.slope(Arrays.copyOfRange(trend, first, first + length));
        for (int i = last + 1; i < n; i++) {
            trend[i] = trend[last] + 0.5 * endSlope * (i - last);
        }
        for (int i = 0; i < first; i++) {
            trend[i] = trend[first] - 0.5 * startSlope * (first - i);
        }
        return trend;
    }
}
