package org.monthend.scorecard;

import java.util.List;

/**
 * Where a series is heading.
 *
 * @param method the methods whose mean it is, such as "SES + median 6 + mean 12 + Theta"
 * @param monthsUsed how many months it was fitted to
 * @param indicative fitted to fewer than six months, so no more than a hint
 */
public record Forecast(List<ForecastMonth> months, String method, int monthsUsed, boolean indicative) {}
