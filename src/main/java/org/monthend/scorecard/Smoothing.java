package org.monthend.scorecard;

/**
 * Exponential smoothing of a series into a level, a damped slope and seasonal factors.
 *
 * @param level where the series stands at its end, without its factor
 * @param slope its change a month at the end
 * @param damping φ, what remains of the slope each month
 * @param factors the twelve seasonal factors at the end; month i of the series has factor i mod 12
 */
record Smoothing(double level, double slope, double damping, double[] factors) {

    private static final int YEAR = 12;

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
}
