package org.monthend.scorecard;

/**
 * The six-month trend of one series as judged for one month.
 *
 * @param z size of the change in standard errors, within ±999; 0 without a direction
 * @param change mean of the last three months less the mean of the nine before, clipped, in the measure's unit
 * @param monthsUsed months with a figure among the last 24
 * @param seasonallyAdjusted whether seasonal factors were subtracted (24 months or more)
 * @param reason why there is no arrow, in words; empty when there is one
 */
public record Trend(
        Direction direction,
        Judgement judgement,
        double z,
        double change,
        int monthsUsed,
        boolean seasonallyAdjusted,
        String reason) {}
