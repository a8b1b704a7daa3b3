package org.monthend.scorecard;

/**
 * Where an outturn is expected, in the measure's unit.
 *
 * @param low95 2.5% of the outturns to be expected lie below
 * @param low80 10% lie below
 * @param median half lie below
 * @param high80 10% lie above
 * @param high95 2.5% lie above
 */
public record OutturnRange(double low95, double low80, double median, double high80, double high95) {

    static OutturnRange exactly(double outturn) {
        return new OutturnRange(outturn, outturn, outturn, outturn, outturn);
    }

    /** @param sorted outturns that are equally likely, the lowest first */
    static OutturnRange of(double[] sorted) {
        return new OutturnRange(
                quantile(sorted, 0.025),
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 0.975));
    }

    /** The value below which such a share of the sorted values lies. */
    private static double quantile(double[] sorted, double share) {
        double place = share * sorted.length - 0.5;
        int below = (int) Math.floor(place);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
