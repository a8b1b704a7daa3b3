package org.monthend.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import org.monthend.calendar.ReportingMonth;

/**
 * What an edition of an earlier month's scorecard forecast.
 *
 * @param madeIn the month of that scorecard
 * @param history the figures that it was made from, one for each calendar month up to that month, empty where there was
 *     none
 */
public record PastForecast(ReportingMonth madeIn, Forecast forecast, List<OptionalDouble> history) {}
