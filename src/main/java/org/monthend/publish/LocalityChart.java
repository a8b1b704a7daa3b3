package org.monthend.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasurePart;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.Variation;

/**
 * The small charts of a measure's localities, all over the same months and on the same scale, so that they can be compared
 * by eye: figures between their limits, the locality's own target, and as a reference the mean of the whole, where that is no sum of them.
 *
 * <p>Like the large one each is stretched from side to side only. A usual figure is a dot, the others have the shapes of
 * the large chart; there is no forecast.
 */
final class LocalityChart {

    /** In CSS pixels. */
    private static final int HEIGHT = 122;

    private static final int TOP = 8;
    private static final int FOOT = 104;

    /** Room for a number of the scale, in CSS pixels. */
    private static final int LABEL_HEIGHT = 12;

    private final Measure measure;
    private final ReportingMonth last;
    private final Optional<Double> mean;
    private final List<ReportingMonth> slots;
    private final Scale scale;

    private LocalityChart(MeasureParts parts) {
        this.measure = parts.whole().measure();
        this.last = parts.month();
        this.mean = parts.whole()
                .chart()
                .latest()
                .filter(segment -> measure.unit() != Unit.COUNT && hasLimits(segment))
                .map(segment -> segment.limits().mean());
        List<MeasureLine> lines = parts.parts().stream().map(MeasurePart::line).toList();
        List<ReportingMonth> firsts = lines.stream()
                .map(line -> ProcessPaths.figures(line, last))
                .filter(figures -> !figures.isEmpty())
                .map(TreeMap::firstKey)
                .sorted()
                .toList();
        this.slots = firsts.isEmpty() ? List.of() : ReportingMonth.range(firsts.get(0), last);
        this.scale = firsts.isEmpty() ? new Scale(0, 1, 1) : scale(lines);
    }

    /** One svg element for each part, in their order; nothing for a part without a figure in the last two years. */
    static List<String> svgs(MeasureParts parts) {
        LocalityChart chart = new LocalityChart(parts);
        return parts.parts().stream().map(chart::svg).toList();
    }

    /** The mean of the whole, if it is drawn. */
    static Optional<Double> reference(MeasureParts parts) {
        return new LocalityChart(parts).mean;
    }

    private Scale scale(List<MeasureLine> lines) {
        List<Double> drawn = new ArrayList<>();
        mean.ifPresent(drawn::add);
        lines.forEach(line -> ProcessPaths.drawn(line, last).forEach(drawn::add));
        return ProcessPaths.scale(
                measure,
                ProcessPaths.lowest(drawn),
                ProcessPaths.highest(drawn),
                lines.stream()
                        .flatMap(line -> ProcessPaths.figures(line, last).values().stream())
                        .toList());
    }

    private String svg(MeasurePart part) {
        TreeMap<ReportingMonth, Double> figures = ProcessPaths.figures(part.line(), last);
        if (figures.isEmpty()) {
            return "";
        }
        Map<ReportingMonth, ControlPoint> points = ProcessPaths.points(part.line());
        ProcessPaths paths = new ProcessPaths(part.line(), last, slots, figures, points, scale, TOP, FOOT);
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"process small\" role=\"img\" width=\"100%%\" height=\"%d\" aria-label=\"%s\"><desc>%s</desc>"
                        .formatted(
                                HEIGHT,
                                ProcessChart.escaped("%s from %s to %s"
                                        .formatted(
                                                part.organisation().name(),
                                                figures.firstKey().label(),
                                                last.label())),
                                ProcessChart.escaped(description(part.line(), figures, points))));
        svg.append(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" width=\"100%%\" height=\"%d\">"
                        .formatted(paths.width(), HEIGHT, HEIGHT));
        ProcessPaths.append(svg, "lines", paths.gridLines());
        ProcessPaths.append(svg, "years", paths.years());
        ProcessPaths.append(svg, "band", paths.bands());
        ProcessPaths.append(svg, "limit", paths.outerLimits());
        ProcessPaths.append(svg, "mean", paths.means());
        ProcessPaths.append(
                svg,
                "whole",
                mean.filter(scale::holds)
                        .map(level -> "M0 " + paths.y(level) + "H" + paths.width())
                        .orElse(""));
        ProcessPaths.append(svg, "aim", paths.aims());
        ProcessPaths.append(svg, "figures", paths.figureLine());
        ProcessPaths.append(svg, "dots", dots(paths));
        paths.rebases().forEach(month -> ProcessPaths.append(svg, "rebase", paths.upright(month, TOP)));
        svg.append("</svg>");
        grid(svg, paths);
        figures.forEach((month, value) -> point(svg, paths, month, value));
        return svg.append("</svg>").toString();
    }

    /** A stroke without length, round at its ends, for each usual figure. */
    private static String dots(ProcessPaths paths) {
        StringBuilder path = new StringBuilder();
        paths.figures().forEach((month, value) -> {
            if (variation(paths, month) == Variation.COMMON_CAUSE) {
                path.append('M')
                        .append(ProcessPaths.number(paths.middle(month)))
                        .append(' ')
                        .append(paths.y(value))
                        .append("h0");
            }
        });
        return path.toString();
    }

    private static Variation variation(ProcessPaths paths, ReportingMonth month) {
        return Optional.ofNullable(paths.points().get(month))
                .map(ControlPoint::variation)
                .orElse(Variation.COMMON_CAUSE);
    }

    /** As many numbers as there is room for, and the first and the last month. */
    private void grid(StringBuilder svg, ProcessPaths paths) {
        List<BigDecimal> lines = scale.lines();
        int decimals = lines.stream()
                .mapToInt(each -> each.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        double free = Double.POSITIVE_INFINITY;
        for (BigDecimal each : lines) {
            double height = paths.height(each.doubleValue());
            if (height > free) {
                continue;
            }
            free = height - LABEL_HEIGHT;
            svg.append("<text class=\"scale\" x=\"-5\" y=\"%s\">%s</text>"
                    .formatted(
                            ProcessPaths.number(height + 3.5),
                            each.setScale(Math.max(0, decimals), RoundingMode.HALF_UP)
                                            .toPlainString()
                                    + (measure.unit() == Unit.PERCENT ? "%" : "")));
        }
        svg.append("<text class=\"first\" x=\"0\" y=\"%d\">%s</text>"
                .formatted(FOOT + 14, slots.get(0).label()));
        if (slots.size() > 1) {
            svg.append("<text class=\"last\" x=\"100%%\" y=\"%d\">%s</text>".formatted(FOOT + 14, last.label()));
        }
    }

    /** The shapes of what is more than chance, a little smaller than on the large chart, and a ring around the last month. */
    private void point(StringBuilder svg, ProcessPaths paths, ReportingMonth month, double value) {
        Variation variation = variation(paths, month);
        if (month.equals(last)) {
            svg.append("<circle class=\"now\" cx=\"%s\" cy=\"%s\" r=\"6\"/>"
                    .formatted(paths.at(paths.middle(month)), paths.y(value)));
        }
        if (variation == Variation.COMMON_CAUSE) {
            return;
        }
        ControlPoint point = Optional.ofNullable(paths.points().get(month)).orElseThrow();
        svg.append(
                "<svg x=\"%s\" y=\"%s\" overflow=\"visible\"><use href=\"#%s\" transform=\"scale(.72)\"><title>%s</title></use></svg>"
                        .formatted(
                                paths.at(paths.middle(month)),
                                paths.y(value),
                                JudgementSign.point(variation),
                                ProcessChart.escaped(month.label() + ": " + text(value) + ", "
                                        + variation.label().toLowerCase(Locale.UK) + ": "
                                        + point.cause().label())));
    }

    private String description(
            MeasureLine line, TreeMap<ReportingMonth, Double> figures, Map<ReportingMonth, ControlPoint> points) {
        List<Double> values = List.copyOf(figures.values());
        List<String> parts = new ArrayList<>();
        parts.add("%d figures between %s and %s"
                .formatted(values.size(), text(ProcessPaths.lowest(values)), text(ProcessPaths.highest(values))));
        line.chart().latest().filter(LocalityChart::hasLimits).ifPresent(segment -> {
            parts.add("mean " + text(segment.limits().mean()));
            parts.add("limits " + text(segment.limits().lower()) + " and "
                    + text(segment.limits().upper()));
        });
        mean.ifPresent(level -> parts.add("mean of the whole " + text(level)));
        long special = figures.keySet().stream()
                .flatMap(month -> Stream.ofNullable(points.get(month)))
                .filter(point -> point.variation() != Variation.COMMON_CAUSE)
                .count();
        if (special > 0) {
            parts.add(special == 1 ? "1 figure is more than chance" : special + " figures are more than chance");
        }
        return String.join("; ", parts) + ".";
    }

    private static boolean hasLimits(ControlSegment segment) {
        return segment.limits().ranges() > 0;
    }

    private String text(double value) {
        return Printed.value(BigDecimal.valueOf(value), measure);
    }
}
