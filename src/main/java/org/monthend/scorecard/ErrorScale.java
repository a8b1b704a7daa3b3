package org.monthend.scorecard;

/**
 * How large the errors of a forecast some months ahead are, on the scale that it is made on.
 *
 * @param half80 half the width of the 80% interval
 * @param half95 half the width of the 95% interval
 */
record ErrorScale(double half80, double half95) {

    /** The 90th percentile of the standard normal, which bounds an 80% interval. */
    private static final double NORMAL_90 = 1.2815515655446004;

    /** The 97.5th percentile of the standard normal, which bounds a 95% interval. */
    private static final double NORMAL_975 = 1.959963984540054;

    /** The error whose place among all errors is that of a standard normal one: straight lines through both intervals. */
    double error(double normal) {
        double size = Math.abs(normal);
        double error = size <= NORMAL_90
                ? half80 * size / NORMAL_90
                : half80 + (half95 - half80) * (size - NORMAL_90) / (NORMAL_975 - NORMAL_90);
        return Math.copySign(error, normal);
    }
}
