package org.monthend.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Assurance;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.FigureSource;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.Standing;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Variation;

/**
 * What stands behind a measure's row: its reading, its chart, how it is judged, and every figure of two years.
 *
 * @param kind which way is better, how often it is told, and what a year is
 * @param sentence the reading; empty in editions that kept none
 * @param chart an svg element, or nothing where there is no figure
 * @param legend shapes of points and what they mean, those that the chart shows
 * @param noChart why there is none, or why it has no limits; empty when there is nothing to excuse
 * @param facts what else is known, in the order in which it is told
 * @param localities the same measure by locality; empty where no locality has a figure of it
 * @param months newest first
 */
record MeasureSection(
        MeasureRow row,
        String kind,
        String sentence,
        String chart,
        List<Shape> legend,
        String noChart,
        List<Fact> facts,
        Optional<LocalitySection> localities,
        List<Month> months) {

    /** A shape of the chart. */
    record Shape(String sign, String label) {}

    /** One thing that is known; the picture is an svg element or nothing. */
    record Fact(String term, String text, String picture) {

        static Fact of(String term, String text) {
            return new Fact(term, text, "");
        }
    }

    /**
     * One month of the table.
     *
     * @param parts numerator and denominator, where there are any
     * @param standing picks the sign; empty where there is neither target nor figure
     * @param point picks the shape; empty for the usual
     * @param remark the special cause; empty for the usual
     * @param stated the day on which the figure was stated; empty where the edition does not know
     * @param source file, sheet and cells; likewise
     * @param revisions why the figure took the place of others, and what those were, newest first
     */
    record Month(
            String label,
            String figure,
            String parts,
            String target,
            String standing,
            String standingLabel,
            String point,
            String remark,
            String stated,
            String source,
            List<String> revisions) {}

    static MeasureSection of(
            MeasureLine line,
            MeasureRow row,
            ReportingMonth month,
            MeasureParts parts,
            Map<Long, List<FigureSource>> sources) {
        return new MeasureSection(
                row,
                kind(line.measure()),
                line.sentence(),
                ProcessChart.svg(line, month),
                ProcessChart.shown(line, month).stream()
                        .map(variation -> new Shape(JudgementSign.point(variation), meaning(variation)))
                        .toList(),
                noChart(line),
                facts(line),
                LocalitySection.of(parts),
                months(line, month, sources));
    }

    public boolean hasChart() {
        return !chart.isEmpty();
    }

    /** What the summary of a chart's lines needs to say depends on what it has. */
    public boolean hasLimits() {
        return chart.contains("class=\"mean\"");
    }

    public boolean hasTarget() {
        return chart.contains("class=\"aim\"");
    }

    public boolean hasForecast() {
        return chart.contains("class=\"expected\"");
    }

    /** Whether any month gives its numerator or denominator. */
    public boolean hasParts() {
        return months.stream().anyMatch(month -> !month.parts().isEmpty());
    }

    public boolean hasTargets() {
        return months.stream().anyMatch(month -> !month.target().isEmpty());
    }

    /** Whether the edition knows where any figure stands. */
    public boolean hasSources() {
        return months.stream().anyMatch(month -> !month.stated().isEmpty());
    }

    private static String kind(Measure measure) {
        String better = switch (measure.polarity()) {
            case HIGHER_IS_BETTER -> "Higher is better";
            case LOWER_IS_BETTER -> "Lower is better";
            case CONTEXT -> "Neither way is better";
        };
        String frequency = measure.frequency() == Frequency.QUARTERLY ? "quarterly" : "monthly";
        return better + " · " + frequency + " · "
                + measure.unit().word().replace('_', ' ').replace("10000", "10,000");
    }

    private static String meaning(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> "usual variation";
            case IMPROVEMENT -> "improvement beyond chance";
            case CONCERN -> "concern beyond chance";
            case NEUTRAL_HIGH -> "unusually high";
            case NEUTRAL_LOW -> "unusually low";
        };
    }

    private static String noChart(MeasureLine line) {
        boolean anyFigure = line.months().stream()
                .anyMatch(month -> month.figure().reportedValue().isPresent());
        if (!anyFigure) {
            return "There is no figure to draw.";
        }
        boolean toldAll = line.chart().reason().isEmpty() || !line.chart().isKept();
        return toldAll ? "" : "No limits: " + line.chart().reason() + ".";
    }

    private static List<Fact> facts(MeasureLine line) {
        Measure measure = line.measure();
        List<Fact> facts = new ArrayList<>();
        line.chart().latest().ifPresent(segment -> facts.add(Fact.of("Limits", limits(line, segment))));
        line.rebases().forEach(rebase -> facts.add(rebase(rebase)));
        line.proposal().ifPresent(step -> facts.add(Fact.of("A step?", step.sentence())));
        line.outturn().ifPresent(outturn -> facts.add(yearEnd(line, outturn)));
        line.forecast().ifPresent(forecast -> facts.add(Fact.of("Forecast", forecast(measure, forecast))));
        if (line.forecast().isPresent() && line.chart().isKept()) {
            facts.add(Fact.of(
                    "Past accuracy",
                    line.accuracy()
                            .map(accuracy -> accuracy.sentence(measure))
                            .orElse("No forecast of an earlier edition has come due yet.")));
        }
        if (!measure.definition().isEmpty()) {
            facts.add(Fact.of("Definition", measure.definition()));
        }
        if (!measure.denominator().isEmpty()) {
            facts.add(Fact.of("Made of", measure.numerator() + " ÷ " + measure.denominator() + multiplier(measure)));
        }
        facts.add(Fact.of("A quarter is", measure.aggregation().quarter()));
        return facts;
    }

    private static String multiplier(Measure measure) {
        int multiplier = measure.unit().multiplier().intValue();
        return multiplier == 1 ? "" : " × %,d".formatted(multiplier);
    }

    private static String limits(MeasureLine line, ControlSegment segment) {
        Measure measure = line.measure();
        String basis = "%d %s since %s"
                .formatted(
                        segment.limits().figures(),
                        segment.limits().figures() == 1 ? "figure" : "figures",
                        line.chartMonth(segment.start()).label());
        if (segment.limits().ranges() == 0) {
            return "None yet, from " + basis + ".";
        }
        String limits = "%s to %s around a mean of %s, from %s"
                .formatted(
                        finer(measure, segment.limits().lower()),
                        finer(measure, segment.limits().upper()),
                        finer(measure, segment.limits().mean()),
                        basis);
        Assurance assurance = line.chart().assurance();
        return limits
                + (segment.isTrial() ? ": on trial until there are 12." : ".")
                + (assurance == Assurance.NONE ? "" : " " + promise(assurance));
    }

    /** What the limits promise of the target. */
    private static String promise(Assurance assurance) {
        return switch (assurance) {
            case CONSISTENTLY_PASSES -> "All of it meets the target: left as it is, it will go on meeting it.";
            case CONSISTENTLY_FAILS -> "None of it meets the target: left as it is, it will go on missing it.";
            case HIT_AND_MISS ->
                "The target lies within it: left as it is, some months will meet it and some will not.";
            case NONE -> "";
        };
    }

    private static Fact rebase(Rebase rebase) {
        return Fact.of(
                "New limits from",
                "%s: %s (%s, %s)."
                        .formatted(
                                rebase.month().label(), rebase.reason(), rebase.by(), EditionText.time(rebase.at())));
    }

    private static Fact yearEnd(MeasureLine line, Outturn outturn) {
        Measure measure = line.measure();
        OutturnRange range = outturn.range().orElseThrow();
        List<BigDecimal> targets = targetsOfYear(line, outturn);
        StringBuilder text = new StringBuilder(finer(measure, range.median()));
        if (outturn.complete()) {
            text.append(", complete");
        } else {
            text.append(" expected; 80%% between %s and %s, 95%% between %s and %s"
                    .formatted(
                            finer(measure, range.low80()),
                            finer(measure, range.high80()),
                            finer(measure, range.low95()),
                            finer(measure, range.high95())));
        }
        outturn.chanceShown()
                .ifPresent(chance -> text.append(
                        outturn.complete()
                                ? chance > 50 ? "; the target is met" : "; the target is missed"
                                : "; chance of meeting the year's target " + chance + "%"));
        text.append(" (%d of 12 months known%s)."
                .formatted(outturn.monthsKnown(), outturn.indicative() ? ", a first hint only" : ""));
        outturn.lastYear().ifPresent(value -> text.append(" The year before: " + finer(measure, value) + "."));
        if (!outturn.note().isEmpty()) {
            text.append(' ').append(outturn.note());
        }
        return new Fact("Year " + outturn.year().label(), text.toString(), OutturnBar.svg(measure, outturn, targets));
    }

    /** The target of March, drawn where the year's own is the same: not that of a sum. */
    private static List<BigDecimal> targetsOfYear(MeasureLine line, Outturn outturn) {
        boolean sum = line.measure().aggregation() == Aggregation.FLOW;
        return sum || outturn.chance().isEmpty()
                ? List.of()
                : targetIn(line, outturn.year().lastMonth()).stream()
                        .flatMap(target -> Stream.of(target.value(), target.low(), target.high()))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static String forecast(Measure measure, Forecast forecast) {
        List<ForecastMonth> months = forecast.months();
        String told = Stream.of(months.get(0), months.get(months.size() - 1))
                .distinct()
                .map(each -> "%s %s (80%%: %s to %s)"
                        .formatted(
                                each.month().label(),
                                finer(measure, each.mean()),
                                finer(measure, each.low80()),
                                finer(measure, each.high80())))
                .collect(Collectors.joining("; "));
        return "%s. Method: %s; fitted to %d months%s."
                .formatted(
                        told,
                        forecast.method(),
                        forecast.monthsUsed(),
                        forecast.indicative() ? ": a first hint only" : "");
    }

    private static List<Month> months(MeasureLine line, ReportingMonth last, Map<Long, List<FigureSource>> sources) {
        Map<ReportingMonth, ControlPoint> points = line.chart().points().stream()
                .collect(Collectors.toMap(point -> line.chartMonth(point.position()), Function.identity()));
        ReportingMonth earliest = last.minusMonths(Sparkline.MONTHS - 1);
        return line.months().stream()
                .filter(each -> !each.month().isBefore(earliest))
                .sorted(Comparator.comparing(MonthFigure::month).reversed())
                .map(each -> month(
                        line,
                        each,
                        Optional.ofNullable(points.get(each.month())),
                        each.revisionId().isPresent()
                                ? sources.getOrDefault(each.revisionId().getAsLong(), List.of())
                                : List.of()))
                .toList();
    }

    private static Month month(
            MeasureLine line, MonthFigure figure, Optional<ControlPoint> point, List<FigureSource> statements) {
        Measure measure = line.measure();
        TargetJudgement judged = Standing.judge(figure.figure(), measure, targetIn(line, figure.month()));
        // A copy with rounded figures names no statement; what is rounded cannot be judged.
        boolean stands = figure.revisionId().isPresent()
                && judged.standing() != TargetStanding.NO_TARGET
                && judged.standing() != TargetStanding.NO_FIGURE;
        Optional<ControlPoint> special = point.filter(each -> each.variation() != Variation.COMMON_CAUSE);
        return new Month(
                figure.month().label(),
                Printed.figure(figure.figure(), measure, figure.footnoteMark()),
                parts(figure),
                judged.printed(),
                stands ? judged.standing().word() : "",
                stands ? judged.standing().label() : "",
                special.map(each -> JudgementSign.point(each.variation())).orElse(""),
                special.map(each -> each.cause().label()).orElse(""),
                statements.stream()
                        .findFirst()
                        .map(statement -> EditionText.day(statement.statedAt()))
                        .orElse(""),
                statements.stream().findFirst().map(MeasureSection::place).orElse(""),
                revisions(measure, statements));
    }

    private static String place(FigureSource source) {
        return Stream.of(source.file(), source.sheet(), source.cells())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ▸ "));
    }

    private static List<String> revisions(Measure measure, List<FigureSource> statements) {
        return IntStream.range(1, statements.size())
                .mapToObj(index -> "Revision %d (%s) of %s, stated %s"
                        .formatted(
                                statements.get(index - 1).revision(),
                                statements.get(index - 1).reason(),
                                Printed.figure(statements.get(index).figure(), measure, ""),
                                EditionText.day(statements.get(index).statedAt())))
                .toList();
    }

    /** 112 / 489, with a question mark for one that is not given; nothing where neither is. */
    static String parts(MonthFigure figure) {
        if (figure.numerator().isEmpty() && figure.denominator().isEmpty()) {
            return "";
        }
        return plain(figure.numerator()) + " / " + plain(figure.denominator());
    }

    private static String plain(Optional<BigDecimal> part) {
        return part.map(value -> value.setScale(
                                Math.min(
                                        2,
                                        Math.max(0, value.stripTrailingZeros().scale())),
                                RoundingMode.HALF_UP)
                        .toPlainString())
                .orElse("?");
    }

    private static Optional<Target> targetIn(MeasureLine line, ReportingMonth month) {
        return line.targets().stream().filter(target -> target.holdsIn(month)).findFirst();
    }

    /** With one decimal more than the page prints; counts have none. */
    private static String finer(Measure measure, double value) {
        int decimals = measure.aggregation().isRatio() ? measure.decimals() + 1 : measure.decimals();
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.toPlainString().replace("-", "−") + (measure.unit() == Unit.PERCENT ? "%" : "");
    }
}
