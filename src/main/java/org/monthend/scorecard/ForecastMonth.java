package org.monthend.scorecard;

import org.monthend.calendar.ReportingMonth;

/** The forecast of one month ahead with its 80% and 95% intervals, in the measure's unit. */
public record ForecastMonth(
        ReportingMonth month, int horizon, double mean, double low80, double high80, double low95, double high95) {}
