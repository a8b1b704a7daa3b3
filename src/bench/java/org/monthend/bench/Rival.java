package org.monthend.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A method of the literature that ours is held against, as the M4 competition ran it. */
enum Rival {
    /** The last figure again, with multiplicative seasons where three years or more show that there are any. */
    NAIVE_2 {
        @Override
        List<Prediction> forecast(double[] series, int horizon) {
            Seasons seasons = Seasons.of(series);
            double[] x = seasons.adjusted(series);
            double squares = 0;
            for (int t = 1; t < x.length; t++) {
                squares += (x[t] - x[t - 1]) * (x[t] - x[t - 1]) / (x.length - 1);
            }
            List<Prediction> ahead = new ArrayList<>();
            for (int h = 1; h <= horizon; h++) {
                ahead.add(Prediction.normal(x[x.length - 1], Math.sqrt(squares * h), seasons.ahead(x.length, h)));
            }
            return ahead;
        }
    },
    /**
     * Simple smoothing with a drift of half the slope of the least-squares line (Assimakopoulos and Nikolopoulos 2000;
     * Hyndman and Billah 2003).
     */
    THETA {
        @Override
        List<Prediction> forecast(double[] series, int horizon) {
            Seasons seasons = Seasons.of(series);
            double[] x = seasons.adjusted(series);
            int n = x.length;
            double drift = slope(x) / 2;
            double bestAlpha = 1;
            double bestLevel = x[n - 1];
            double least = Double.POSITIVE_INFINITY;
            for (int step = 1; step < 100; step++) {
                double alpha = step / 100.0;
                double level = x[0];
                double squares = 0;
                for (int t = 1; t < n; t++) {
                    double error = x[t] - level;
                    squares += error * error;
                    level += alpha * error;
                }
                if (squares < least) {
                    least = squares;
                    bestAlpha = alpha;
                    bestLevel = level;
                }
            }
            double variance = least / (n - 2);
            List<Prediction> ahead = new ArrayList<>();
            for (int h = 1; h <= horizon; h++) {
                double mean = bestLevel + drift * (h - 1 + (1 - Math.pow(1 - bestAlpha, n)) / bestAlpha);
                double deviation = Math.sqrt(variance * (1 + (h - 1) * bestAlpha * bestAlpha));
                ahead.add(Prediction.normal(mean, deviation, seasons.ahead(n, h)));
            }
            return ahead;
        }
    },
    /** Exponential smoothing with the form that Akaike's criterion favours. */
    ETS {
        @Override
        List<Prediction> forecast(double[] series, int horizon) {
            Seasons seasons = Seasons.of(series);
            StateSpace model = StateSpace.best(seasons.adjusted(series));
            List<Prediction> ahead = new ArrayList<>();
            for (int h = 1; h <= horizon; h++) {
                ahead.add(Prediction.normal(model.mean(h), model.deviation(h), seasons.ahead(series.length, h)));
            }
            return ahead;
        }
    };

    abstract List<Prediction> forecast(double[] series, int horizon);

    private static double slope(double[] x) {
        double middle = (x.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < x.length; t++) {
            products += (t - middle) * x[t];
            squares += (t - middle) * (t - middle);
        }
        return products / squares;
    }

    /** Twelve multiplicative factors by classical decomposition; all 1 without a significant correlation at lag twelve. */
    private record Seasons(double[] factors) {

        private static final int YEAR = 12;

        static Seasons of(double[] x) {
            double[] factors = new double[YEAR];
            Arrays.fill(factors, 1);
            if (!isSeasonal(x)) {
                return new Seasons(factors);
            }
            double[] sums = new double[YEAR];
            int[] counts = new int[YEAR];
            for (int t = 6; t < x.length - 6; t++) {
                double trend = 0.5 * (x[t - 6] + x[t + 6]);
                for (int j = t - 5; j <= t + 5; j++) {
                    trend += x[j];
                }
                sums[t % YEAR] += x[t] / (trend / YEAR);
                counts[t % YEAR]++;
            }
            double mean = 0;
            for (int m = 0; m < YEAR; m++) {
                factors[m] = sums[m] / counts[m];
                mean += factors[m] / YEAR;
            }
            for (int m = 0; m < YEAR; m++) {
                factors[m] /= mean;
            }
            return new Seasons(factors);
        }

        double[] adjusted(double[] x) {
            double[] adjusted = new double[x.length];
            for (int t = 0; t < x.length; t++) {
                adjusted[t] = x[t] / factors[t % YEAR];
            }
            return adjusted;
        }

        double ahead(int months, int horizon) {
            return factors[(months + horizon - 1) % YEAR];
        }

        private static boolean isSeasonal(double[] x) {
            double mean = Arrays.stream(x).average().orElseThrow();
            double[] correlation = new double[YEAR + 1];
            for (int lag = 0; lag <= YEAR; lag++) {
                for (int t = lag; t < x.length; t++) {
                    correlation[lag] += (x[t] - mean) * (x[t - lag] - mean);
                }
            }
            if (x.length < 3 * YEAR || correlation[0] == 0) {
                return false;
            }
            double squares = 0;
            for (int lag = 1; lag < YEAR; lag++) {
                squares += Math.pow(correlation[lag] / correlation[0], 2);
            }
            return Math.abs(correlation[YEAR] / correlation[0])
                    > 1.645 / Math.sqrt(x.length) * Math.sqrt(1 + 2 * squares);
        }
    }
}
