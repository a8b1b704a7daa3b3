package org.monthend.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.RebaseProposal;
import org.monthend.scorecard.Variation;

/**
 * The chart of a measure: two years of figures between their process limits, the steps of its target, and the forecast
 * with its fan.
 *
 * <p>It is one svg element as wide as the page allows. Its height and its type are fixed and only what lies between is
 * stretched, so that it reads on a telephone as it does on paper.
 */
final class ProcessChart {

    /** In CSS pixels. */
    static final int HEIGHT = 266;

    static final int TOP = 22;
    static final int FOOT = 240;
    private static final int LABEL_HEIGHT = 13;

    /** How far the line of a mark reaches above the scale. */
    private static final int MARK = 8;

    /** With more months than this only every April has room for its name on a telephone. */
    private static final int MOST_FOR_HALF_YEARS = 30;

    private final MeasureLine line;
    private final Measure measure;
    private final ReportingMonth last;
    private final List<ReportingMonth> slots;
    private final TreeMap<ReportingMonth, Double> figures;
    private final Map<ReportingMonth, ControlPoint> points;
    private final List<ForecastMonth> ahead;
    private final Scale scale;
    private final ProcessPaths paths;

    private ProcessChart(MeasureLine line, ReportingMonth last) {
        this.line = line;
        this.measure = line.measure();
        this.last = last;
        this.figures = ProcessPaths.figures(line, last);
        this.points = ProcessPaths.points(line);
        this.ahead = line.forecast().map(forecast -> forecast.months()).orElse(List.of());
        ReportingMonth end =
                ahead.isEmpty() ? last : ahead.get(ahead.size() - 1).month();
        this.slots = figures.isEmpty() ? List.of() : ReportingMonth.range(figures.firstKey(), end);
        this.scale = figures.isEmpty() ? new Scale(0, 1, 1) : scale();
        this.paths = new ProcessPaths(line, last, slots, figures, points, scale, TOP, FOOT);
    }

    /** An svg element, or nothing where no month of the last two years has a figure. */
    static String svg(MeasureLine line, ReportingMonth month) {
        ProcessChart chart = new ProcessChart(line, month);
        return chart.figures.isEmpty() ? "" : chart.svg();
    }

    /** What judgements its points show, in the order of the legend. */
    static List<Variation> shown(MeasureLine line, ReportingMonth month) {
        ProcessChart chart = new ProcessChart(line, month);
        return chart.figures.keySet().stream()
                .flatMap(each -> Optional.ofNullable(chart.points.get(each)).stream())
                .map(ControlPoint::variation)
                .distinct()
                .sorted()
                .toList();
    }

    /** Holds figures, limits, targets and the 80% fan; a fan that is wider than all the rest is cut. */
    private Scale scale() {
        List<Double> drawn = ProcessPaths.drawn(line, last).toList();
        double low = ProcessPaths.lowest(drawn);
        double high = ProcessPaths.highest(drawn);
        double room = Math.max(high - low, measure.displayUnit());
        double fanLow = ahead.stream().mapToDouble(ForecastMonth::low80).min().orElse(low);
        double fanHigh = ahead.stream().mapToDouble(ForecastMonth::high80).max().orElse(high);
        return ProcessPaths.scale(
                measure,
                Math.min(low, Math.max(fanLow, low - room)),
                Math.max(high, Math.min(fanHigh, high + room)),
                List.copyOf(figures.values()));
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"process\" role=\"img\" width=\"100%\" height=\"")
                .append(HEIGHT)
                .append("\" aria-label=\"")
                .append(escaped(name()))
                .append("\"><desc>")
                .append(escaped(description()))
                .append("</desc>");
        svg.append(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" width=\"100%%\" height=\"%d\">"
                        .formatted(paths.width(), HEIGHT, HEIGHT));
        stretched(svg);
        svg.append("</svg>");
        grid(svg);
        marks(svg);
        figures.forEach((month, value) -> point(svg, month, value));
        labels(svg);
        return svg.append("</svg>").toString();
    }

    private void stretched(StringBuilder svg) {
        if (!ahead.isEmpty()) {
            svg.append("<path class=\"ahead\" d=\"M%s %dH%dV%dH%sz\"/>"
                    .formatted(
                            ProcessPaths.number(paths.right(last)),
                            TOP,
                            paths.width(),
                            FOOT,
                            ProcessPaths.number(paths.right(last))));
        }
        ProcessPaths.append(svg, "lines", paths.gridLines());
        ProcessPaths.append(svg, "years", paths.years());
        ProcessPaths.append(svg, "band", paths.bands());
        ProcessPaths.append(svg, "fan95", fan(ForecastMonth::low95, ForecastMonth::high95));
        ProcessPaths.append(svg, "fan80", fan(ForecastMonth::low80, ForecastMonth::high80));
        ProcessPaths.append(svg, "near", paths.nearLimits());
        ProcessPaths.append(svg, "limit", paths.outerLimits());
        ProcessPaths.append(svg, "mean", paths.means());
        ProcessPaths.append(svg, "aim", paths.aims());
        ProcessPaths.append(svg, "figures", paths.figureLine());
        ProcessPaths.append(svg, "expected", expected());
        ProcessPaths.append(
                svg,
                "rebase",
                paths.rebases().map(month -> paths.upright(month, MARK)).collect(Collectors.joining()));
        line.proposal()
                .map(RebaseProposal::month)
                .filter(slots::contains)
                .ifPresent(month -> ProcessPaths.append(svg, "proposal", paths.upright(month, MARK)));
    }

    private String fan(Function<ForecastMonth, Double> low, Function<ForecastMonth, Double> high) {
        if (ahead.isEmpty()) {
            return "";
        }
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        latest().ifPresent(value -> there.add(ProcessPaths.number(paths.middle(last)) + " " + paths.y(value)));
        for (ForecastMonth month : ahead) {
            there.add(
                    ProcessPaths.number(paths.middle(month.month())) + " " + paths.y(paths.clamped(high.apply(month))));
            back.add(
                    0,
                    ProcessPaths.number(paths.middle(month.month())) + " " + paths.y(paths.clamped(low.apply(month))));
        }
        there.addAll(back);
        return "M" + String.join("L", there) + "z";
    }

    private String expected() {
        List<String> line = new ArrayList<>();
        latest().ifPresent(value -> line.add(ProcessPaths.number(paths.middle(last)) + " " + paths.y(value)));
        ahead.forEach(month -> line.add(
                ProcessPaths.number(paths.middle(month.month())) + " " + paths.y(paths.clamped(month.mean()))));
        return line.size() > 1 ? "M" + String.join("L", line) : "";
    }

    private Optional<Double> latest() {
        return Optional.ofNullable(figures.get(last));
    }

    /** The numbers beside the grid and the months below it. */
    private void grid(StringBuilder svg) {
        List<BigDecimal> lines = scale.lines();
        int decimals = lines.stream()
                .mapToInt(each -> each.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        for (BigDecimal each : lines) {
            svg.append("<text class=\"scale\" x=\"-8\" y=\"%s\">%s</text>"
                    .formatted(
                            ProcessPaths.number(paths.height(each.doubleValue()) + 4),
                            each.setScale(Math.max(0, decimals), RoundingMode.HALF_UP)
                                            .toPlainString()
                                    + (measure.unit() == Unit.PERCENT ? "%" : "")));
        }
        boolean narrow = slots.size() > MOST_FOR_HALF_YEARS;
        for (ReportingMonth month : slots) {
            if (month.month() % 3 == 1) {
                boolean chief = month.month() == 4 || !narrow && month.month() == 10;
                svg.append("<text class=\"month%s\" x=\"%s\" y=\"%d\">%s</text>"
                        .formatted(chief ? "" : " minor", paths.at(paths.middle(month)), FOOT + 17, month.label()));
            }
        }
    }

    /** What stands above the chart: where the limits start afresh, a step that is proposed, and where the forecast begins. */
    private void marks(StringBuilder svg) {
        paths.rebases().forEach(month -> mark(svg, "rebase", month, "new limits from " + month.label()));
        line.proposal()
                .map(RebaseProposal::month)
                .filter(slots::contains)
                .ifPresent(month -> mark(svg, "proposal", month, "a step? " + month.label()));
        if (!ahead.isEmpty()) {
            mark(svg, "ahead", last.plusMonths(1), "forecast");
        }
    }

    private void mark(StringBuilder svg, String look, ReportingMonth month, String words) {
        svg.append("<text class=\"mark %s\" x=\"%s\" dx=\"4\" y=\"%d\">%s</text>"
                .formatted(
                        look, paths.at(paths.left(month)), look.equals("ahead") ? TOP + 10 : TOP - 4, escaped(words)));
    }

    private void point(StringBuilder svg, ReportingMonth month, double value) {
        Optional<ControlPoint> point = Optional.ofNullable(points.get(month));
        Variation variation = point.map(ControlPoint::variation).orElse(Variation.COMMON_CAUSE);
        if (month.equals(last)) {
            svg.append("<circle class=\"now\" cx=\"%s\" cy=\"%s\" r=\"8\"/>"
                    .formatted(paths.at(paths.middle(month)), paths.y(value)));
        }
        svg.append("<use href=\"#%s\" x=\"%s\" y=\"%s\"><title>%s</title></use>"
                .formatted(
                        JudgementSign.point(variation),
                        paths.at(paths.middle(month)),
                        paths.y(value),
                        escaped(month.label() + ": " + text(value)
                                + point.filter(each -> variation != Variation.COMMON_CAUSE)
                                        .map(each -> ", " + variation.label().toLowerCase(Locale.UK) + ": "
                                                + each.cause().label())
                                        .orElse(""))));
    }

    /** A word at the right end of a line. */
    record Label(double height, String look, String words) {}

    private void labels(StringBuilder svg) {
        List<Label> labels = new ArrayList<>();
        line.chart().latest().filter(segment -> segment.limits().ranges() > 0).ifPresent(segment -> {
            if (segment.limits().reach() > 0) {
                label(labels, "limit", "upper ", segment.limits().upper());
                label(labels, "limit", "lower ", segment.limits().lower());
            }
            label(labels, "mean", "mean ", segment.limits().mean());
        });
        ProcessPaths.targets(line, slots.get(slots.size() - 1)).forEach(aim -> label(labels, "aim", "target ", aim));
        if (!ahead.isEmpty()) {
            label(
                    labels,
                    "expected",
                    "expect ",
                    paths.clamped(ahead.get(ahead.size() - 1).mean()));
        }
        ends(svg, labels);
    }

    /** At the right end of the chart, one above the other. */
    static void ends(StringBuilder svg, List<Label> labels) {
        for (Label label : apart(labels)) {
            svg.append("<text class=\"end %s\" x=\"100%%\" dx=\"6\" y=\"%s\">%s</text>"
                    .formatted(label.look(), ProcessPaths.number(label.height() + 4), escaped(label.words())));
        }
    }

    private void label(List<Label> labels, String look, String word, double value) {
        if (scale.holds(value)) {
            labels.add(new Label(paths.height(value), look, word + text(value)));
        }
    }

    /** The same labels moved so far that none covers another, none out of the chart. */
    private static List<Label> apart(List<Label> labels) {
        List<Label> sorted = labels.stream()
                .sorted(Comparator.comparingDouble(Label::height))
                .toList();
        double[] heights = new double[sorted.size()];
        for (int i = 0; i < heights.length; i++) {
            double free = i == 0 ? TOP : heights[i - 1] + LABEL_HEIGHT;
            heights[i] = Math.max(free, sorted.get(i).height());
        }
        double most = FOOT;
        List<Label> moved = new ArrayList<>();
        for (int i = heights.length - 1; i >= 0; i--) {
            heights[i] = Math.min(heights[i], most);
            most = heights[i] - LABEL_HEIGHT;
            moved.add(
                    0, new Label(heights[i], sorted.get(i).look(), sorted.get(i).words()));
        }
        return moved;
    }

    private String name() {
        return "%s from %s to %s%s"
                .formatted(
                        measure.printedName(),
                        figures.firstKey().label(),
                        last.label(),
                        ahead.isEmpty()
                                ? ""
                                : ", with a forecast to "
                                        + slots.get(slots.size() - 1).label());
    }

    private String description() {
        List<String> parts = new ArrayList<>();
        parts.add("%d figures between %s and %s"
                .formatted(
                        figures.size(),
                        text(figures.values().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                        text(figures.values().stream()
                                .max(Comparator.naturalOrder())
                                .orElseThrow())));
        line.chart().latest().filter(segment -> segment.limits().ranges() > 0).ifPresent(segment -> {
            parts.add("mean " + text(segment.limits().mean()));
            parts.add("limits " + text(segment.limits().lower()) + " and "
                    + text(segment.limits().upper()));
        });
        long special = figures.keySet().stream()
                .flatMap(month -> Optional.ofNullable(points.get(month)).stream())
                .filter(point -> point.variation() != Variation.COMMON_CAUSE)
                .count();
        if (special > 0) {
            parts.add(special == 1 ? "1 figure is more than chance" : special + " figures are more than chance");
        }
        if (!ahead.isEmpty()) {
            ForecastMonth end = ahead.get(ahead.size() - 1);
            parts.add("forecast for %s %s, 80%% between %s and %s"
                    .formatted(end.month().label(), text(end.mean()), text(end.low80()), text(end.high80())));
        }
        return String.join("; ", parts) + ". The table gives every figure.";
    }

    private String text(double value) {
        return Printed.value(BigDecimal.valueOf(value), measure);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
