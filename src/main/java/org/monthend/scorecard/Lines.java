package org.monthend.scorecard;

/** Straight lines through equally spaced points. */
final class Lines {

    private Lines() {}

    /** Slope of the ordinary least-squares line, per step; 0 for fewer than two points. */
    static double slope(double[] points) {
        double middle = (points.length - 1) / 2.0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < points.length; i++) {
            squares += (i - middle) * (i - middle);
            products += (i - middle) * points[i];
        }
        return squares == 0 ? 0 : products / squares;
    }
}
