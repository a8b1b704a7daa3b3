package org.monthend.bench;

/**
 * Exponential smoothing as a state space model with additive errors (Hyndman, Koehler, Ord and Snyder 2008): a level, and a
 * slope or none, damped or not, with the speeds that fit best.
 *
 * @param slope β; 0 without one
 * @param damping φ; 0 without a slope
 * @param criterion Akaike's, corrected for short series; lower is better
 */
record StateSpace(
        double speed,
        double slope,
        double damping,
        double lastLevel,
        double lastSlope,
        double variance,
        double criterion) {

    private static final double[] DAMPINGS = {1, 0.98, 0.95, 0.9, 0.8};
    private static final int STEPS = 20;

    /** The one of (A,N,N), (A,A,N) and (A,Ad,N) that the criterion favours. */
    static StateSpace best(double[] series) {
        StateSpace best = fit(series, 1, 0, 0, 3);
        for (int i = 1; i < STEPS; i++) {
            best = best.or(fit(series, (double) i / STEPS, 0, 0, 3));
        }
        for (double damping : DAMPINGS) {
            for (int i = 1; i <= STEPS; i++) {
                for (int j = 0; j <= i; j++) {
                    best = best.or(fit(series, (double) i / STEPS, (double) j / STEPS, damping, damping < 1 ? 6 : 5));
                }
            }
        }
        return best;
    }

    double mean(int horizon) {
        return lastLevel + lastSlope * reach(horizon);
    }

    double deviation(int horizon) {
        double sum = 1;
        for (int j = 1; j < horizon; j++) {
            sum += Math.pow(speed + slope * reach(j), 2);
        }
        return Math.sqrt(variance * sum);
    }

    private StateSpace or(StateSpace other) {
        return other.criterion < criterion ? other : this;
    }

    /** How many whole slopes so many damped ones are. */
    private double reach(int horizon) {
        double reach = 0;
        for (int j = 1; j <= horizon; j++) {
            reach += Math.pow(damping, j);
        }
        return reach;
    }

    /** The errors are linear in the level and slope at the start, so these follow by least squares from three runs. */
    private static StateSpace fit(double[] series, double alpha, double beta, double phi, int parameters) {
        int n = series.length;
        double[] level = {series[0], 1, 0};
        double[] trend = {0, 0, 1};
        double[] error = new double[3];
        double[][] products = new double[3][3];
        for (double value : series) {
            for (int run = 0; run < 3; run++) {
                error[run] = (run == 0 ? value : 0) - level[run] - phi * trend[run];
                level[run] += phi * trend[run] + alpha * error[run];
                trend[run] = phi * trend[run] + beta * error[run];
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    products[i][j] += error[i] * error[j];
                }
            }
        }
        double determinant = products[1][1] * products[2][2] - products[1][2] * products[1][2];
        boolean alone = phi == 0 || determinant <= 1e-12 * products[1][1] * products[2][2];
        double higher = alone
                ? -products[0][1] / products[1][1]
                : (products[0][2] * products[1][2] - products[0][1] * products[2][2]) / determinant;
        double steeper = alone ? 0 : (products[0][1] * products[1][2] - products[0][2] * products[1][1]) / determinant;
        double squares = Math.max(1e-12, products[0][0] + higher * products[0][1] + steeper * products[0][2]);
        double correction = 2.0 * parameters * (parameters + 1) / (n - parameters - 1);
        return new StateSpace(
                alpha,
                beta,
                phi,
                level[0] + higher * level[1] + steeper * level[2],
                trend[0] + higher * trend[1] + steeper * trend[2],
                squares / (n - parameters + 1),
                n * Math.log(squares / n) + 2 * parameters + correction);
    }
}
