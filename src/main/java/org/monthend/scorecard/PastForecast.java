package org.monthend.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import org.monthend.calendar.ReportingMonth;

/**
 * What the scorecard of an earlier month forecast.
 *
 * @param madeIn the month of that scorecard
 * @param history the figures that it was made from, one for each calendar month up to that month, empty where there was
 *     none
 */
public record PastForecast(ReportingMonth madeIn, Forecast forecast, List<OptionalDouble> history) {}
