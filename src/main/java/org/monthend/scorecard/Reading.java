package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Unit;

/**
 * Reads one measure aloud: its figure, its target, what is usual, where it is heading and how the year will end, in one
 * sentence of plain English. It judges nothing anew; it words what the rules have judged.
 */
public final class Reading {

    /** Limits from fewer figures are no more than a guess, so nothing is called usual by them. */
    private static final int FEWEST_FOR_USUAL = 6;

    private final Measure measure;
    private final ReportingMonth month;

    private Reading(Measure measure, ReportingMonth month) {
        this.measure = measure;
        this.month = month;
    }

    /**
     * The sentence of a measure for a month, such as "23% of referrals were within 12 months of a previous one, better
     * than the 25% target; within the usual range of 19 to 29%; heading for 24% this year, likely (80%) to meet its
     * target." What is missing is said to be missing. A
     * sentence without a target ends in a second one that says so.
     *
     * @param months what is known up to the month, oldest first
     * @param outturn of the financial year that the month lies in; empty where its rule has a reason to tell none
     */
    public static String sentence(
            Measure measure,
            ReportingMonth month,
            List<MonthFigure> months,
            PeriodFigure latest,
            TargetJudgement target,
            Trend trend,
            ControlChart chart,
            Optional<Outturn> outturn) {
        Reading reading = new Reading(measure, month);
        List<String> clauses = new ArrayList<>();
        if (latest.figure() instanceof Figure.Missing missing) {
            clauses.add(reading.noFigure(missing.reason()));
            reading.lastKnown(months).ifPresent(clauses::add);
        } else {
            BigDecimal value = latest.figure().reportedValue().orElseThrow();
            clauses.add(FigureWords.of(measure, value) + reading.standing(value, target));
            reading.usual(value, chart).ifPresent(clauses::add);
            reading.trend(trend).ifPresent(clauses::add);
        }
        boolean anyFigure =
                months.stream().anyMatch(each -> each.figure().reportedValue().isPresent());
        if (anyFigure) {
            clauses.add(outturn.filter(year -> year.range().isPresent())
                    .map(year -> reading.yearEnd(year, target))
                    .orElseGet(reading::noYearEnd));
        }
        return String.join("; ", clauses) + "." + (target.printed().isEmpty() ? " No target is set." : "");
    }

    private String noFigure(MissingReason reason) {
        String none = "No figure for " + month.longLabel();
        return switch (reason) {
            case NOTHING_TO_REPORT -> none + ": the return has nothing to report";
            case NOT_AVAILABLE -> none + ": the return says that it is not available";
            case NOT_APPLICABLE -> none + ": the return says that there can be none";
            case SUPPRESSED -> none + ": the return holds it back because it is small";
            case NEW_MEASURE -> none + ": the measure is new";
            case UNDER_DEVELOPMENT -> none + ": the measure is under development";
            case NOT_RECEIVED -> none + ": no return has given one";
            case NOT_DUE -> "No figure is due for " + month.longLabel() + ": the measure is quarterly";
        };
    }

    private Optional<String> lastKnown(List<MonthFigure> months) {
        return months.stream()
                .filter(each -> each.figure().reportedValue().isPresent())
                .reduce((one, next) -> next)
                .map(last -> "the last was %s in %s"
                        .formatted(
                                Printed.value(last.figure().reportedValue().orElseThrow(), measure),
                                last.month().longLabel()));
    }

    /** Begins with a comma; empty without a target. */
    private String standing(BigDecimal value, TargetJudgement target) {
        if (target.printed().isEmpty()) {
            return "";
        }
        return target.value().map(aim -> againstValue(value, aim, target)).orElseGet(() -> againstBand(value, target));
    }

    private String againstValue(BigDecimal value, BigDecimal aim, TargetJudgement target) {
        String named = measure.unit() == Unit.PERCENT
                ? "the " + target.printed() + " target"
                : "the target of " + target.printed();
        if (measure.polarity() == Polarity.CONTEXT) {
            int side = value.compareTo(aim);
            return (side == 0 ? ", equal to " : side > 0 ? ", above " : ", below ") + named
                    + ", with neither side better";
        }
        boolean looksEqual = rounded(value).compareTo(aim) == 0;
        return switch (target.standing()) {
            case MET -> {
                if (value.compareTo(aim) == 0) {
                    yield ", meeting " + named;
                }
                yield (looksEqual ? ", just better than " : ", better than ") + named;
            }
            case WITHIN_TOLERANCE ->
                (target.missesByRounding() ? ", just worse than " : ", worse than ") + named + " but within tolerance";
            case MISSED -> (target.missesByRounding() ? ", just worse than " : ", worse than ") + named;
            case NO_TARGET, NO_FIGURE -> "";
        };
    }

    private String againstBand(BigDecimal value, TargetJudgement target) {
        boolean twoSided = target.low().isPresent() && target.high().isPresent();
        String named = (twoSided ? "the target range of " : "the target of ") + target.printed();
        boolean isBelow = target.low().filter(low -> value.compareTo(low) < 0).isPresent();
        String missed = (target.missesByRounding() ? ", just " : ", ") + (isBelow ? "below " : "above ") + named;
        return switch (target.standing()) {
            case MET -> (twoSided ? ", within " : ", meeting ") + named;
            case WITHIN_TOLERANCE -> missed + " but within tolerance";
            case MISSED -> missed;
            case NO_TARGET, NO_FIGURE -> "";
        };
    }

    private Optional<String> usual(BigDecimal value, ControlChart chart) {
        if (measure.aggregation() == Aggregation.ROLLING_3M) {
            return Optional.of("rolling months overlap, so there is no usual range");
        }
        if (measure.aggregation() == Aggregation.RANK) {
            return Optional.of("a position has no usual range");
        }
        if (chart.points().isEmpty() || chart.variation().isEmpty()) {
            return Optional.empty();
        }
        ControlSegment segment = chart.latest().orElseThrow();
        ControlPoint point = chart.points().get(chart.points().size() - 1);
        boolean common = point.cause() == SpecialCause.COMMON;
        if (segment.limits().ranges() == 0 || common && segment.limits().figures() < FEWEST_FOR_USUAL) {
            return Optional.of("too few months to say what is usual");
        }
        String judged = switch (point.variation()) {
            case IMPROVEMENT -> ", an improvement";
            case CONCERN -> ", a concern";
            case COMMON_CAUSE, NEUTRAL_HIGH, NEUTRAL_LOW -> "";
        };
        String trial = segment.isTrial()
                ? " (a trial range, from only " + segment.limits().figures() + " figures)"
                : "";
        return Optional.of(place(value, point, UsualWords.of(measure, chart)) + trial + judged);
    }

    private String place(BigDecimal value, ControlPoint point, UsualWords usual) {
        return switch (point.cause()) {
            case COMMON ->
                usual.isLevel() ? "at the usual " + usual.range() : "within the usual range of " + usual.range();
            case ABOVE_UPPER_LIMIT -> usual.beyond("above", rounded(value), true);
            case BELOW_LOWER_LIMIT -> usual.beyond("below", rounded(value), false);
            case RISING -> "rising over the last seven figures, " + usual.inside();
            case FALLING -> "falling over the last seven figures, " + usual.inside();
            case TWO_IN_THREE_ABOVE ->
                "two of the last three figures near the top of the usual range of " + usual.range();
            case TWO_IN_THREE_BELOW ->
                "two of the last three figures near the bottom of the usual range of " + usual.range();
            case SHIFT_ABOVE -> "the last seven figures above the average of " + usual.mean();
            case SHIFT_BELOW -> "the last seven figures below the average of " + usual.mean();
        };
    }

    private Optional<String> trend(Trend trend) {
        String way = switch (trend.direction()) {
            case UP -> "up over six months";
            case DOWN -> "down over six months";
            case LEVEL, NONE -> "";
        };
        if (way.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (trend.judgement()) {
                    case BETTER -> way + ", for the better";
                    case WORSE -> way + ", for the worse";
                    case NEUTRAL -> way;
                });
    }

    private String noYearEnd() {
        return "no outlook for the year"
                + (measure.frequency() == Frequency.QUARTERLY ? ", as figures are quarterly" : "");
    }

    private String yearEnd(Outturn outturn, TargetJudgement target) {
        OutturnRange range = outturn.range().orElseThrow();
        String expected = outturnIs(besideTarget(BigDecimal.valueOf(range.median()), target));
        Optional<Integer> chance = outturn.chanceShown();
        if (outturn.complete()) {
            return "the year ended with " + expected
                    + chance.map(percent -> percent > 50 ? ", meeting its target" : ", missing its target")
                            .orElse("");
        }
        String low = printed(range.low80());
        String high = printed(range.high80());
        String likely = low.equals(high) ? "" : " (likely " + UsualWords.span(low, high) + ")";
        return "heading for " + expected
                + (measure.aggregation().takesLastMonth() ? " at year end" : " this year")
                + chance.map(percent -> ", " + toMeet(percent)).orElse(likely)
                + (outturn.indicative() ? ", a first hint from few figures" : "");
    }

    /** As printed, but with one decimal more where it would look equal to the target and is not. */
    private String besideTarget(BigDecimal outturn, TargetJudgement target) {
        boolean looksEqual = target.value()
                .filter(aim -> rounded(outturn).compareTo(rounded(aim)) == 0 && outturn.compareTo(aim) != 0)
                .isPresent();
        return looksEqual
                ? Printed.asStated(outturn.setScale(measure.decimals() + 1, RoundingMode.HALF_UP), measure)
                : Printed.value(outturn, measure);
    }

    /** A sum, a mean or a rate of months is told from a figure of one month. */
    private String outturnIs(String printed) {
        return switch (measure.aggregation()) {
            case FLOW -> "a total of " + printed;
            case FLOW_MEAN -> "a monthly average of " + printed;
            case RATIO -> measure.unit() == Unit.PER_10000 ? "a monthly average of " + printed : printed;
            case STOCK, STOCK_RATIO, ROLLING_3M, RANK -> printed;
        };
    }

    /**
     * The chance of meeting the year's target in words, with the number. What chances are called: the bands of the IPCC
     * (Mastrandrea and others, Guidance Note on Uncertainties, 2010).
     *
     * @param percent as shown: to the nearest 5%
     */
    static String toMeet(int percent) {
        if (percent <= 5) {
            return "almost certain to miss its target (" + percent + "% chance of meeting it)";
        }
        return likely(percent) + " (" + percent + "%) to meet its target";
    }

    /** A chance in words, by the same bands. */
    static String likely(int percent) {
        return percent >= 95
                ? "almost certain"
                : percent >= 90
                        ? "very likely"
                        : percent > 66
                                ? "likely"
                                : percent >= 33
                                        ? "about as likely as not"
                                        : percent > 10 ? "unlikely" : "very unlikely";
    }

    private String printed(double value) {
        return Printed.value(BigDecimal.valueOf(value), measure);
    }

    private BigDecimal rounded(BigDecimal value) {
        return value.setScale(measure.decimals(), RoundingMode.HALF_UP);
    }

    /** The usual range of a measure in words: the limits of its chart, cut where no figure can lie. */
    private record UsualWords(BigDecimal low, BigDecimal high, String range, String mean) {

        static UsualWords of(Measure measure, ControlChart chart) {
            ControlSegment segment = chart.latest().orElseThrow();
            boolean negative = chart.points().stream().anyMatch(point -> point.value() < 0);
            boolean overHundred = chart.points().stream().anyMatch(point -> point.value() > 100);
            double low = negative
                    ? segment.limits().lower()
                    : Math.max(0, segment.limits().lower());
            double high = measure.unit() != Unit.PERCENT || overHundred
                    ? segment.limits().upper()
                    : Math.min(100, segment.limits().upper());
            String lowest = Printed.value(BigDecimal.valueOf(low), measure);
            String highest = Printed.value(BigDecimal.valueOf(high), measure);
            return new UsualWords(
                    BigDecimal.valueOf(low).setScale(measure.decimals(), RoundingMode.HALF_UP),
                    BigDecimal.valueOf(high).setScale(measure.decimals(), RoundingMode.HALF_UP),
                    lowest.equals(highest) ? lowest : span(lowest, highest),
                    Printed.value(BigDecimal.valueOf(segment.limits().mean()), measure));
        }

        /** 19 to 29%: the unit is said once. */
        static String span(String low, String high) {
            return (low.endsWith("%") ? low.substring(0, low.length() - 1) : low) + " to " + high;
        }

        boolean isLevel() {
            return low.compareTo(high) == 0;
        }

        String inside() {
            return isLevel() ? "about the usual " + range : "within the usual range of " + range;
        }

        /** Rounded to what the page shows, a figure may look as if it lay on the limit that it is beyond. */
        String beyond(String side, BigDecimal figure, boolean above) {
            boolean looksEqual = figure.compareTo(above ? high : low) == 0;
            return (looksEqual ? "just " : "") + side + (isLevel() ? " the usual " : " the usual range of ") + range;
        }
    }
}
