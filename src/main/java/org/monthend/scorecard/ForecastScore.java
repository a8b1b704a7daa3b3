package org.monthend.scorecard;

import java.util.OptionalDouble;
import org.monthend.calendar.ReportingMonth;

/**
 * How one month's forecast compares with what came, in the measure's unit.
 *
 * @param horizon how many months ahead it was made
 * @param error forecast less actual: above 0 when it was too high
 * @param scaledError the error's size over that of the naive forecast "as the month before" on the history known then
 *     (Hyndman and Koehler 2006); below 1 is better. Empty when that history never changed or had one month only
 */
public record ForecastScore(
        ReportingMonth month,
        int horizon,
        double forecast,
        double actual,
        double error,
        OptionalDouble scaledError,
        boolean within80,
        boolean within95) {}
