package org.monthend.scorecard;

import java.util.Arrays;

/** How much each calendar month usually lies above or below its year, shrunk by how sure that is. */
final class SeasonalFactors {

    private static final int YEAR = 12;

    private static final int TWO_YEARS = 24;

    /** How many months of evidence the prior strength counts for while there is less than a second year. */
    private static final double PRIOR_MONTHS = 5;

    private SeasonalFactors() {}

    /**
     * Twelve additive factors of a series without gaps, all 0 up to twelve months.
     *
     * @param priorStrength how much of last year's pattern is expected to come again (0 to 1), before a second year tells
     */
    static double[] of(double[] series, double priorStrength) {
        if (series.length <= YEAR) {
            return new double[YEAR];
        }
        return series.length < TWO_YEARS ? ofOneYear(series, priorStrength) : ofTwoYears(series);
    }

    /** The last twelve months about their own line, shrunk by how far the months seen twice repeat themselves. */
    private static double[] ofOneYear(double[] series, double priorStrength) {
        int n = series.length;
        int pairs = n - YEAR;
        double level = Averages.mean(Averages.last(series, YEAR));
        double yearOnYear = 0;
        for (int t = YEAR; t < n; t++) {
            yearOnYear += (series[t] - series[t - YEAR]) / pairs;
        }
        double slope = pairs < 3 ? 0 : pairs / (pairs + 6.0) * yearOnYear / YEAR;
        double[] rest = new double[n];
        for (int t = 0; t < n; t++) {
            rest[t] = series[t] - (level + slope * (t - (n - 6.5)));
        }
        double variance = 0;
        for (int t = n - YEAR; t < n; t++) {
            variance += rest[t] * rest[t] / YEAR;
        }
        double repeated = PRIOR_MONTHS * variance * priorStrength;
        double seen = PRIOR_MONTHS * variance;
        for (int t = 0; t < pairs; t++) {
            repeated += rest[t] * rest[t + YEAR];
            seen += rest[t + YEAR] * rest[t + YEAR];
        }
        double shrinkage = seen <= 0 ? 0 : Math.max(0, Math.min(1, repeated / seen));
        double[] factors = new double[YEAR];
        for (int t = n - YEAR; t < n; t++) {
            factors[t % YEAR] = shrinkage * rest[t];
        }
        double centre = Averages.mean(factors);
        for (int m = 0; m < YEAR; m++) {
            factors[m] -= centre;
        }
        return factors;
    }

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
