package org.monthend.scorecard;

/**
 * Exponential smoothing of a series into a level alone, without slope or seasons.
 *
 * @param level where the series stands at its end
 * @param speed α, the share of an error that moves the level for good: 0 for noise about a level that stays, 1 for a series
 *     that goes on from wherever it is
 * @param squaredErrors sum of the squared one-step errors
 */
record SimpleSmoothing(double level, double speed, double squaredErrors) {

    private static final int SPEEDS = 50;

    /** The best of α = 0.02 to 1 by least squares. */
    static SimpleSmoothing of(double[] series) {
        SimpleSmoothing best = with(1, series);
        for (int step = 1; step < SPEEDS; step++) {
            SimpleSmoothing other = with((double) step / SPEEDS, series);
            best = other.squaredErrors < best.squaredErrors ? other : best;
        }
        return best;
    }

    /** The level that the series starts from is found by exact least squares, for the errors are linear in it. */
    private static SimpleSmoothing with(double alpha, double[] series) {
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
        return new SimpleSmoothing(level, alpha, squaredErrors);
    }
}
