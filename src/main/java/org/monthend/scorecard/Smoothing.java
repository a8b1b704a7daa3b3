package org.monthend.scorecard;

/**
 * Exponential smoothing of a series into a level, a damped slope and seasonal factors.
 *
 * @param level where the series stands at its end, without its factor
 * @param slope its change a month at the end
 * @param damping φ, what remains of the slope each month
 * @param factors the twelve seasonal factors at the end; month i of the series has factor i mod 12
 * @param squaredErrors sum of the squared one-step errors
 */
record Smoothing(double level, double slope, double damping, double[] factors, double squaredErrors) {

    private static final int YEAR = 12;

    /** Simple smoothing, without slope or seasons: the best of α = 0.02 to 1 by least squares. */
    static Smoothing simple(double[] series) {
        Smoothing best = fitLevel(series, 1);
        for (int step = 1; step < 50; step++) {
            Smoothing other = fitLevel(series, step / 50.0);
            best = other.squaredErrors < best.squaredErrors ? other : best;
        }
        return best;
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
}
