package org.monthend.scorecard;

import java.util.Arrays;

/**
 * Seasonal smoothings of a series with every choice of speeds, run side by side.
 *
 * <p>With e the error of the forecast made the month before: level(t) = level(t-1) + φ slope(t-1) + α e, slope(t) = φ
 * slope(t-1) + β e, factor(t) = factor(t-12) + γ (1 - α) e. Given α, β, γ, φ and the first factors, the errors are linear
 * in the level and slope that the series starts from, so these two are found by exact least squares.
 */
final class SmoothingBank {

    private static final int YEAR = 12;
    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.4, 0.7};
    private static final double[] BETAS = {0, 0.02, 0.1};
    private static final double[] GAMMAS = {0, 0.05, 0.2, 0.5};

    /** The speeds of each smoothing of the bank: α, β below α, and γ (1 - α). */
    private static final Speeds SPEEDS = Speeds.all();

    private record Speeds(double[] level, double[] slope, double[] season) {

        static Speeds all() {
            int most = ALPHAS.length * BETAS.length * GAMMAS.length;
            Speeds speeds = new Speeds(new double[most], new double[most], new double[most]);
            int count = 0;
            for (double alpha : ALPHAS) {
                for (double beta : BETAS) {
                    for (double gamma : GAMMAS) {
                        if (beta < alpha) {
                            speeds.level[count] = alpha;
                            speeds.slope[count] = beta;
                            speeds.season[count] = gamma * (1 - alpha);
                            count++;
                        }
                    }
                }
            }
            return new Speeds(
                    Arrays.copyOf(speeds.level, count),
                    Arrays.copyOf(speeds.slope, count),
                    Arrays.copyOf(speeds.season, count));
        }

        int count() {
            return level.length;
        }
    }

    /** Where each smoothing stands, and its latest error; factors by month of the year, then smoothing. */
    private record Run(double[] level, double[] slope, double[] factors, double[] errors) {

        Run() {
            this(
                    new double[SPEEDS.count()],
                    new double[SPEEDS.count()],
                    new double[SPEEDS.count() * YEAR],
                    new double[SPEEDS.count()]);
        }

        /** Plain loops over arrays, which the machine works off several smoothings at a time. */
        void learn(double value, int season, double damping) {
            double[] alpha = SPEEDS.level;
            double[] beta = SPEEDS.slope;
            double[] gamma = SPEEDS.season;
            int first = season * alpha.length;
            for (int i = 0; i < alpha.length; i++) {
                double carried = damping * slope[i];
                double error = value - level[i] - carried - factors[first + i];
                level[i] += carried + alpha[i] * error;
                slope[i] = carried + beta[i] * error;
                factors[first + i] += gamma[i] * error;
                errors[i] = error;
            }
        }
    }

    private SmoothingBank() {}

    /**
     * The mean of all smoothings, each weighted by how well it would have forecast the series: by its squared errors to the
     * power of minus the number of months. One best choice would do worse on short series.
     */
    static Smoothing mean(double[] series, double[] factors, double damping) {
        int count = SPEEDS.count();
        // Three runs: of the series from a rough start, and of the errors that a start higher or steeper by one would
        // add.
        Run rough = new Run();
        Run higher = new Run();
        Run steeper = new Run();
        for (int i = 0; i < count; i++) {
            rough.level[i] = series[0] - factors[0];
            for (int season = 0; season < YEAR; season++) {
                rough.factors[season * count + i] = factors[season];
            }
        }
        Arrays.fill(higher.level, 1);
        Arrays.fill(steeper.slope, 1);
        double[] errors = new double[count];
        double[] levels = new double[count];
        double[] slopes = new double[count];
        double[] both = new double[count];
        double[] levelErrors = new double[count];
        double[] slopeErrors = new double[count];
        for (int t = 0; t < series.length; t++) {
            int season = t % YEAR;
            rough.learn(series[t], season, damping);
            higher.learn(0, season, damping);
            steeper.learn(0, season, damping);
            add(rough.errors, rough.errors, errors);
            add(higher.errors, higher.errors, levels);
            add(steeper.errors, steeper.errors, slopes);
            add(higher.errors, steeper.errors, both);
            add(higher.errors, rough.errors, levelErrors);
            add(steeper.errors, rough.errors, slopeErrors);
        }

        double[] level = new double[count];
        double[] slope = new double[count];
        double[] squaredErrors = new double[count];
        for (int i = 0; i < count; i++) {
            double determinant = levels[i] * slopes[i] - both[i] * both[i];
            boolean singular = determinant <= 1e-12 * levels[i] * slopes[i];
            level[i] = singular
                    ? -levelErrors[i] / levels[i]
                    : (slopeErrors[i] * both[i] - levelErrors[i] * slopes[i]) / determinant;
            slope[i] = singular ? 0 : (levelErrors[i] * both[i] - slopeErrors[i] * levels[i]) / determinant;
            squaredErrors[i] = Math.max(0, errors[i] + level[i] * levelErrors[i] + slope[i] * slopeErrors[i]);
        }
        double[] weights = weights(squaredErrors, series.length);
        double[] meanFactors = new double[YEAR];
        for (int season = 0; season < YEAR; season++) {
            int first = season * count;
            for (int i = 0; i < count; i++) {
                meanFactors[season] += weights[i]
                        * (rough.factors[first + i]
                                + level[i] * higher.factors[first + i]
                                + slope[i] * steeper.factors[first + i]);
            }
        }
        double meanLevel = 0;
        double meanSlope = 0;
        for (int i = 0; i < count; i++) {
            meanLevel += weights[i] * (rough.level[i] + level[i] * higher.level[i] + slope[i] * steeper.level[i]);
            meanSlope += weights[i] * (rough.slope[i] + level[i] * higher.slope[i] + slope[i] * steeper.slope[i]);
        }
        return new Smoothing(meanLevel, meanSlope, damping, meanFactors);
    }

    private static void add(double[] one, double[] other, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += one[i] * other[i];
        }
    }

    /** They add up to 1. */
    private static double[] weights(double[] squaredErrors, int months) {
        double least = Arrays.stream(squaredErrors).min().orElseThrow();
        double[] weights = Arrays.stream(squaredErrors)
                .map(errors -> errors == least ? 1 : Math.pow(least / errors, months))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }
}
