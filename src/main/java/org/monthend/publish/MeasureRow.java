package org.monthend.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.Trend;

/**
 * A measure as one row of the page's table, in words and pictures.
 *
 * @param inferred "inferred 35%" where the name is not the printed one, otherwise empty
 * @param contractMark ©, ©? where that is inferred, or empty
 * @param periods the quarters and the latest month, fewer where one cell speaks for several
 * @param variance signed so that plus is better; empty without one
 * @param byRounding the rounded figure looks as if it met the target that the unrounded one misses
 * @param standing the warehouse's word for how the figure stands to its target, which picks the sign
 * @param trendWord better, worse, changed, no real change, or why there is no arrow
 * @param judgement better, worse, neutral or none, which picks the arrow's colour
 * @param adjusted the trend was judged without the seasons
 * @param variation whether the month is more than chance
 * @param assurance whether the target is always, sometimes or never met
 * @param trial the limits that say so rest on few figures
 * @param sentence the reading; empty in editions that kept none
 * @param sparkline an svg element, or nothing
 */
record MeasureRow(
        String code,
        String name,
        String inferred,
        String contractMark,
        String baselineRank,
        String baselineFigure,
        List<PeriodCell> periods,
        String target,
        String variance,
        boolean byRounding,
        String standing,
        String standingLabel,
        String arrow,
        String trendWord,
        String trendReason,
        String judgement,
        boolean adjusted,
        JudgementSign variation,
        JudgementSign assurance,
        boolean trial,
        String sentence,
        String sparkline) {

    private static final int SPARKLINE_WIDTH = 112;
    private static final int SPARKLINE_HEIGHT = 22;

    /**
     * A cell that stands for one period, or for several when those after the first are printed empty.
     *
     * @param latest whether it begins with the scorecard's own month
     * @param partial how many months of how many the figure covers, where it is not all
     * @param reported where the quarter was taken over from; empty where it was computed
     */
    record PeriodCell(List<Printed> printed, int span, boolean latest, String partial, String reported) {

        /** What is printed for one period; the column is quarter_1 to quarter_4 or latest. */
        record Printed(String column, String period, String text) {}

        /** How the cell looks, as the style sheet's classes. */
        public String look() {
            // One letter is a code, which stands where the number would.
            boolean words = printed.get(0)
                            .text()
                            .codePoints()
                            .filter(Character::isLetter)
                            .count()
                    > 1;
            return (latest ? "latest" : "quarter") + (words ? " words" : "");
        }

        /** The period that heads the cell where its column's header is out of sight. */
        public String period() {
            return printed.get(0).period();
        }
    }

    static MeasureRow of(MeasureLine line, ReportingMonth month) {
        Measure measure = line.measure();
        TargetJudgement target = line.target();
        Trend trend = line.trend();
        boolean arrow = trend.direction() != Direction.NONE;
        return new MeasureRow(
                measure.code(),
                measure.printedName(),
                measure.hasInferredName()
                        ? measure.nameStatus().replace("(", "").replace(")", "")
                        : "",
                contractMark(measure),
                line.baselineRank(),
                line.baselineFigure(),
                periods(line),
                target.printed(),
                target.varianceToTheGood()
                        .map(variance -> Printed.variance(variance, measure))
                        .orElse(""),
                target.missesByRounding(),
                target.standing().word(),
                target.standing().label(),
                trend.direction().arrow(),
                trendWord(trend),
                trend.reason(),
                arrow ? trend.judgement().word() : "none",
                arrow && trend.seasonallyAdjusted(),
                JudgementSign.variation(line.chart()),
                JudgementSign.assurance(line.chart()),
                line.chart().latest().filter(ControlSegment::isTrial).isPresent(),
                line.sentence(),
                Sparkline.of(line, month, SPARKLINE_WIDTH, SPARKLINE_HEIGHT).svg());
    }

    /** What is printed for the scorecard's month. */
    public String latestText() {
        List<PeriodCell.Printed> last = periods.get(periods.size() - 1).printed();
        return last.get(last.size() - 1).text();
    }

    public boolean hasArrow() {
        return !arrow.isEmpty();
    }

    public String contractMeaning() {
        return contractMark.equals("©") ? "Contract measure" : "Probably a contract measure; the printed mark was lost";
    }

    public boolean isPartial() {
        return periods.stream().anyMatch(period -> !period.partial().isEmpty());
    }

    static String contractMark(Measure measure) {
        if (measure.isContractMeasure()) {
            return "©";
        }
        return measure.contract().startsWith("inferred") ? "©?" : "";
    }

    static String trendWord(Trend trend) {
        return switch (trend.direction()) {
            case NONE -> "";
            case LEVEL -> "no real change";
            case UP, DOWN ->
                switch (trend.judgement()) {
                    case BETTER -> "better";
                    case WORSE -> "worse";
                    case NEUTRAL -> "changed";
                };
        };
    }

    private static List<PeriodCell> periods(MeasureLine line) {
        List<PeriodFigure> figures = new ArrayList<>(line.quarters());
        figures.add(line.latest());
        List<PeriodCell> cells = new ArrayList<>();
        int index = 0;
        while (index < figures.size()) {
            PeriodFigure first = figures.get(index);
            int next = index + 1;
            // Only words speak for what follows them; a number never does.
            while (first.figure().reportedValue().isEmpty()
                    && next < figures.size()
                    && figures.get(next).printed().isEmpty()) {
                next++;
            }
            cells.add(new PeriodCell(
                    IntStream.range(index, next)
                            .mapToObj(at -> new PeriodCell.Printed(
                                    column(at, line.quarters().size()),
                                    figures.get(at).period(),
                                    figures.get(at).printed()))
                            .toList(),
                    next - index,
                    index == line.quarters().size(),
                    first.partial() && first.figure().reportedValue().isPresent()
                            ? first.monthsKnown() + " of 3 months"
                            : "",
                    first.shownAsReported()
                            .map(statement -> "As reported in the scorecard of "
                                    + statement.reportedIn().label())
                            .orElse("")));
            index = next;
        }
        return cells;
    }

    private static String column(int index, int quarters) {
        return index == quarters ? "latest" : "quarter_" + (index + 1);
    }
}
