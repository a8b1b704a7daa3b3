package org.monthend.scorecard;

import java.util.Arrays;

/**
 * Draws single months that lie far off their neighbours in towards them, so that one odd month does not bend a forecast
 * (a running median with a limit from the median deviation: Hampel 1974).
 */
final class Outliers {

    private static final int TWO_YEARS = 24;
    private static final int EACH_SIDE = 3;

    /** In standard deviations. */
    private static final double FARTHEST = 4;

    /** The latest months are left as they are: nobody knows yet whether they begin something new. */
    private static final int LATEST = 2;

    /** Standard deviation of normal noise over its median absolute deviation. */
    private static final double DEVIATION_TO_SIGMA = 1.4826;

    private Outliers() {}

    /** The series with its outliers drawn in; as it is with less than two years, which do not show what is odd. */
    static double[] drawnIn(double[] series, double[] factors) {
        int n = series.length;
        if (n < TWO_YEARS) {
            return series;
        }
        double[] adjusted = new SeasonalSeries(series, factors).adjusted();
        double[] off = new double[n];
        for (int i = 0; i < n; i++) {
            off[i] = adjusted[i]
                    - Averages.median(
                            Arrays.copyOfRange(adjusted, Math.max(0, i - EACH_SIDE), Math.min(n, i + EACH_SIDE + 1)));
        }
        double usual = DEVIATION_TO_SIGMA
                * Averages.median(Arrays.stream(off).map(Math::abs).toArray());
        if (usual == 0) {
            return series;
        }
        double[] drawnIn = series.clone();
        for (int i = 0; i < n - LATEST; i++) {
            double beyond = Math.abs(off[i]) - FARTHEST * usual;
            if (beyond > 0) {
                drawnIn[i] -= Math.copySign(beyond, off[i]);
            }
        }
        return drawnIn;
    }
}
