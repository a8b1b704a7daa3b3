package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exponential smoothing of a series into a level, a damped slope and seasonal factors.
 *
 * <p>With e the error of the forecast made the month before: level(t) = level(t-1) + φ slope(t-1) + α e, slope(t) = φ
 * slope(t-1) + β e, factor(t) = factor(t-12) + γ (1 - α) e. Given α, β, γ, φ and the first factors, the errors are linear
 * in the level and slope that the series starts from, so these two are found by exact least squares.
 *
 * @param level where the series stands at its end, without its factor
 * @param slope its change a month at the end
 * @param damping φ, what remains of the slope each month
 * @param factors the twelve seasonal factors at the end; month i of the series has factor i mod 12
 * @param squaredErrors sum of the squared one-step errors
 */
record Smoothing(double level, double slope, double damping, double[] factors, double squaredErrors) {

    private static final int YEAR = 12;
    private static final int LEVEL = YEAR;
    private static final int SLOPE = YEAR + 1;
    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.4, 0.7};
    private static final double[] BETAS = {0, 0.02, 0.1};
    private static final double[] GAMMAS = {0, 0.05, 0.2, 0.5};

    /** Simple smoothing, without slope or seasons: the best of α = 0.02 to 1 by least squares. */
    static Smoothing simple(double[] series) {
        Smoothing best = fitLevel(series, 1);
        for (int step = 1; step < 50; step++) {
            Smoothing other = fitLevel(series, step / 50.0);
            best = other.squaredErrors < best.squaredErrors ? other : best;
        }
        return best;
    }

    /** One smoothing for each choice of α, β and γ, with β below α. */
    static List<Smoothing> seasonal(double[] series, double[] factors, double damping) {
        List<Smoothing> fitted = new ArrayList<>();
        for (double alpha : ALPHAS) {
            for (double beta : BETAS) {
                for (double gamma : GAMMAS) {
                    if (beta < alpha) {
                        fitted.add(fit(series, factors, alpha, beta, gamma * (1 - alpha), damping));
                    }
                }
            }
        }
        return fitted;
    }

    /** The forecasts of the months after the last of a series of so many months. */
    double[] forecast(int months, int horizon) {
        double[] forecast = new double[horizon];
        double slopes = 0;
        double share = 1;
        for (int h = 0; h < horizon; h++) {
            share *= damping;
            slopes += share;
            forecast[h] = level + slopes * slope + factors[(months + h) % YEAR];
        }
        return forecast;
    }

    private static Smoothing fitLevel(double[] series, double alpha) {
        double fromNothing = 0;
        double weight = 1;
        double products = 0;
        double squares = 0;
        for (double value : series) {
            double error = value - fromNothing;
            products += error * weight;
            squares += weight * weight;
            fromNothing += alpha * error;
            weight *= 1 - alpha;
        }
        double level = products / squares;
        double squaredErrors = 0;
        for (double value : series) {
            double error = value - level;
            squaredErrors += error * error;
            level += alpha * error;
        }
        return new Smoothing(level, 0, 0, new double[YEAR], squaredErrors);
    }

    private static Smoothing fit(
            double[] series, double[] factors, double alpha, double beta, double gamma, double damping) {
        // Three runs side by side: the series from nothing, and the forecasts of a start of one level or of one slope.
        int n = series.length;
        double[] nothing = state(0, 0, factors);
        double[] oneLevel = state(1, 0, new double[YEAR]);
        double[] oneSlope = state(0, 1, new double[YEAR]);
        double[] errors = new double[n];
        double[] byLevel = new double[n];
        double[] bySlope = new double[n];
        for (int i = 0; i < n; i++) {
            int season = i % YEAR;
            errors[i] = series[i] - expected(nothing, season, damping);
            byLevel[i] = expected(oneLevel, season, damping);
            bySlope[i] = expected(oneSlope, season, damping);
            learn(nothing, season, errors[i], alpha, beta, gamma, damping);
            learn(oneLevel, season, -byLevel[i], alpha, beta, gamma, damping);
            learn(oneSlope, season, -bySlope[i], alpha, beta, gamma, damping);
        }
        double levels = product(byLevel, byLevel);
        double slopes = product(bySlope, bySlope);
        double both = product(byLevel, bySlope);
        double levelErrors = product(byLevel, errors);
        double slopeErrors = product(bySlope, errors);
        double determinant = levels * slopes - both * both;
        boolean singular = determinant <= 1e-12 * levels * slopes;
        double level = singular ? levelErrors / levels : (levelErrors * slopes - slopeErrors * both) / determinant;
        double slope = singular ? 0 : (slopeErrors * levels - levelErrors * both) / determinant;

        double squaredErrors = 0;
        for (int i = 0; i < n; i++) {
            double error = errors[i] - level * byLevel[i] - slope * bySlope[i];
            squaredErrors += error * error;
        }
        double[] end = new double[YEAR + 2];
        for (int i = 0; i < end.length; i++) {
            end[i] = nothing[i] + level * oneLevel[i] + slope * oneSlope[i];
        }
        return new Smoothing(end[LEVEL], end[SLOPE], damping, Arrays.copyOfRange(end, 0, YEAR), squaredErrors);
    }

    /** Where a run stands: its twelve factors, its level and its slope. */
    private static double[] state(double level, double slope, double[] factors) {
        double[] state = Arrays.copyOf(factors, YEAR + 2);
        state[LEVEL] = level;
        state[SLOPE] = slope;
        return state;
    }

    private static double expected(double[] state, int season, double damping) {
        return state[LEVEL] + damping * state[SLOPE] + state[season];
    }

    private static void learn(
            double[] state, int season, double error, double alpha, double beta, double gamma, double damping) {
        state[LEVEL] += damping * state[SLOPE] + alpha * error;
        state[SLOPE] = damping * state[SLOPE] + beta * error;
        state[season] += gamma * error;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
