package org.monthend.scorecard;

/**
 * A series without gaps and its twelve seasonal factors.
 *
 * @param factors month i of the series has factor i mod 12
 */
record SeasonalSeries(double[] values, double[] factors) {

    /** The series without its seasons. */
    double[] adjusted() {
        double[] adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            adjusted[i] = values[i] - factors[i % factors.length];
        }
        return adjusted;
    }

    /** A level carried on over the months after the last, each with its season. */
    double[] ahead(double level, int horizon) {
        double[] ahead = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            ahead[h] = level + factors[(values.length + h) % factors.length];
        }
        return ahead;
    }
}
