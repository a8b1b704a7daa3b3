package org.monthend.scorecard;

/**
 * One figure on a control chart.
 *
 * @param position its place in the series, from 0
 * @param segment number of its segment, from 0
 * @param side 1 above the mean of its segment, -1 below it, 0 on it
 * @param nearLimit whether it lies beyond two thirds of the way to a limit, and not outside
 * @param outside whether it lies beyond a limit
 * @param cause the first rule that speaks of it
 */
public record ControlPoint(
        int position,
        double value,
        int segment,
        int side,
        boolean nearLimit,
        boolean outside,
        SpecialCause cause,
        Variation variation) {}
