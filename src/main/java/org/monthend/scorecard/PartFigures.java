package org.monthend.scorecard;

import java.util.List;
import java.util.Map;

/**
 * The figures of one part of the organisation that a scorecard is for, all by measure code.
 *
 * @param months at most one figure for each month, in any order
 * @param rebases those that stand
 * @param pastForecasts what earlier scorecards forecast of the part
 */
public record PartFigures(
        Map<String, List<MonthFigure>> months,
        Map<String, List<Rebase>> rebases,
        Map<String, List<PastForecast>> pastForecasts) {}
