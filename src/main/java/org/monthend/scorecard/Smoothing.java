package org.monthend.scorecard;

import java.util.ArrayList;
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
    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.4, 0.7};
    private static final double[] BETAS = {0, 0.02, 0.1};
    private static final double[] GAMMAS = {0, 0.05, 0.1, 0.2, 0.35, 0.5};

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
        double level = 0;
        double weight = 1;
        double products = 0;
        double squares = 0;
        for (double value : series) {
            double error = value - level;
            products += error * weight;
            squares += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }
        return run(series, new double[YEAR], alpha, 0, 0, 0, products / squares, 0);
    }

    private static Smoothing fit(
            double[] series, double[] factors, double alpha, double beta, double gamma, double damping) {
        // Three runs side by side: the series from nothing, and the forecasts of a start of one level or of one slope.
        State none = new State(0, 0, factors.clone());
        State oneLevel = new State(1, 0, new double[YEAR]);
        State oneSlope = new State(0, 1, new double[YEAR]);
        double levelSquares = 0;
        double slopeSquares = 0;
        double both = 0;
        double levelErrors = 0;
        double slopeErrors = 0;
        for (int i = 0; i < series.length; i++) {
            double error = series[i] - none.expected(i, damping);
            double byLevel = oneLevel.expected(i, damping);
            double bySlope = oneSlope.expected(i, damping);
            levelSquares += byLevel * byLevel;
            slopeSquares += bySlope * bySlope;
            both += byLevel * bySlope;
            levelErrors += byLevel * error;
            slopeErrors += bySlope * error;
            none.learn(i, error, alpha, beta, gamma, damping);
            oneLevel.learn(i, -byLevel, alpha, beta, gamma, damping);
            oneSlope.learn(i, -bySlope, alpha, beta, gamma, damping);
        }
        double determinant = levelSquares * slopeSquares - both * both;
        boolean singular = determinant <= 1e-12 * levelSquares * slopeSquares;
        double level =
                singular ? levelErrors / levelSquares : (levelErrors * slopeSquares - slopeErrors * both) / determinant;
        double slope = singular ? 0 : (slopeErrors * levelSquares - levelErrors * both) / determinant;
        return run(series, factors, alpha, beta, gamma, damping, level, slope);
    }

    private static Smoothing run(
            double[] series,
            double[] factors,
            double alpha,
            double beta,
            double gamma,
            double damping,
            double level,
            double slope) {
        State state = new State(level, slope, factors.clone());
        double squares = 0;
        for (int i = 0; i < series.length; i++) {
            double error = series[i] - state.expected(i, damping);
            squares += error * error;
            state.learn(i, error, alpha, beta, gamma, damping);
        }
        return new Smoothing(state.level, state.slope, damping, state.factors, squares);
    }

    /** Where a run stands; it is used up by the run. */
    private static final class State {
        private double level;
        private double slope;
        private final double[] factors;

        State(double level, double slope, double[] factors) {
            this.level = level;
            this.slope = slope;
            this.factors = factors;
        }

        double expected(int month, double damping) {
            return level + damping * slope + factors[month % YEAR];
        }

        void learn(int month, double error, double alpha, double beta, double gamma, double damping) {
            level += damping * slope + alpha * error;
            slope = damping * slope + beta * error;
            factors[month % YEAR] += gamma * error;
        }
    }
}
