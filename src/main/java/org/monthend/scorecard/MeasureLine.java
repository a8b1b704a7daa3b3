package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;

/**
 * One measure on the scorecard.
 *
 * @param baselineRank as printed: a quartile letter, the national average, "-" or nothing
 * @param baselineFigure as printed
 * @param quarters the four quarters before the one that the month is in, oldest first
 * @param latest the month itself
 * @param targets those that held in any of the last 24 months, oldest first: a target may step
 * @param forecast empty when there are too few months, or the measure is not one to forecast
 * @param months the months that were used, oldest first, up to the scorecard's month and never after; months without
 *     any statement are absent
 */
public record MeasureLine(
        Measure measure,
        String baselineRank,
        String baselineFigure,
        List<PeriodFigure> quarters,
        PeriodFigure latest,
        TargetJudgement target,
        List<Target> targets,
        Trend trend,
        Optional<Forecast> forecast,
        List<MonthFigure> months) {}
