package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;

/**
 * One measure on the scorecard.
 *
 * @param baselineRank as printed: a quartile letter, the national average, "-" or nothing
 * @param baselineFigure as printed
 * @param quarters the four quarters before the one that the month is in, oldest first
 * @param latest the month itself
 * @param targets those that held in any month of the series or of the last 24, oldest first: a target may step
 * @param forecast empty when there are too few months, or the measure is not one to forecast
 * @param chart positions are months from {@code chartFrom} on
 * @param chartFrom the first month of the series; the scorecard's month when there is none
 * @param rebases those that start a segment of the chart, oldest first
 * @param proposal a step that seems to last; nothing follows from it until a named person accepts it
 * @param outturn of the fiscal year that the month is in; empty where there is none to tell
 * @param accuracy how good the forecasts of earlier months' editions were; empty while none can be scored
 * @param sentence the judgement in plain English; empty in editions that kept none
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
        ControlChart chart,
        ReportingMonth chartFrom,
        List<Rebase> rebases,
        Optional<RebaseProposal> proposal,
        Optional<Outturn> outturn,
        Optional<ForecastAccuracy> accuracy,
        String sentence,
        List<MonthFigure> months) {

    /** A line as the first method judged it: without a chart and all that came with it. */
    public MeasureLine(
            Measure measure,
            String baselineRank,
            String baselineFigure,
            List<PeriodFigure> quarters,
            PeriodFigure latest,
            TargetJudgement target,
            List<Target> targets,
            Trend trend,
            Optional<Forecast> forecast,
            ReportingMonth chartFrom,
            List<MonthFigure> months) {
        this(
                measure,
                baselineRank,
                baselineFigure,
                quarters,
                latest,
                target,
                targets,
                trend,
                forecast,
                ControlChart.NOT_KEPT,
                chartFrom,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                months);
    }

    /** The month of a point or segment of the chart. */
    public ReportingMonth chartMonth(int position) {
        return chartFrom.plusMonths(position);
    }
}
