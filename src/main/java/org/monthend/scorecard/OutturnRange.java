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
}
