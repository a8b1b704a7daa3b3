package org.monthend.bench;

/** A forecast of one month with its 80% and 95% intervals. */
record Prediction(double mean, double low80, double high80, double low95, double high95) {

    private static final double NORMAL_90 = 1.2815515655446004;
    private static final double NORMAL_975 = 1.959963984540054;

    /** With normal errors, on a scale that is multiplied back by a season. */
    static Prediction normal(double mean, double deviation, double season) {
        return new Prediction(
                mean * season,
                (mean - NORMAL_90 * deviation) * season,
                (mean + NORMAL_90 * deviation) * season,
                (mean - NORMAL_975 * deviation) * season,
                (mean + NORMAL_975 * deviation) * season);
    }
}
