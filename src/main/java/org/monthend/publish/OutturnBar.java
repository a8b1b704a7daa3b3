package org.monthend.publish;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Printed;

/** Where a year is expected to end, as one bar: 95% thin, 80% thick, the middle a dot, the year's target dashed. */
final class OutturnBar {

    private static final double MARGIN = 6;

    private OutturnBar() {}

    /**
     * An svg element as wide as the page allows, or nothing without a range.
     *
     * @param targets one value, the two ends of a band, or none
     */
    static String svg(Measure measure, Outturn outturn, List<BigDecimal> targets) {
        return outturn.range().map(range -> svg(measure, range, targets)).orElse("");
    }

    private static String svg(Measure measure, OutturnRange range, List<BigDecimal> targets) {
        return svg(range, targets, measure.displayUnit(), value -> text(measure, value));
    }

    /**
     * The same of anything.
     *
     * @param unit the smallest step that the page can show
     * @param text how a figure is told
     */
    static String svg(OutturnRange range, List<BigDecimal> targets, double unit, DoubleFunction<String> text) {
        List<Double> drawn = Stream.concat(
                        targets.stream().map(BigDecimal::doubleValue), Stream.of(range.low95(), range.high95()))
                .sorted(Comparator.naturalOrder())
                .toList();
        double low = drawn.get(0);
        double width = Math.max(drawn.get(drawn.size() - 1) - low, unit);
        StringBuilder svg =
                new StringBuilder("<svg class=\"outturn\" role=\"img\" width=\"100%\" height=\"20\" aria-label=\"");
        svg.append(ProcessChart.escaped("95%% between %s and %s, 80%% between %s and %s, half below %s"
                        .formatted(
                                text.apply(range.low95()),
                                text.apply(range.high95()),
                                text.apply(range.low80()),
                                text.apply(range.high80()),
                                text.apply(range.median()))))
                .append("\">");
        bar(svg, "o95", at(range.low95(), low, width), at(range.high95(), low, width), 8.5, 3);
        bar(svg, "o80", at(range.low80(), low, width), at(range.high80(), low, width), 5, 10);
        targets.forEach(target -> {
            String x = percent(at(target.doubleValue(), low, width));
            svg.append("<line class=\"aim\" x1=\"%s\" x2=\"%s\" y1=\"0\" y2=\"20\"/>".formatted(x, x));
        });
        svg.append("<circle class=\"middle\" cx=\"%s\" cy=\"10\" r=\"4\"/>"
                .formatted(percent(at(range.median(), low, width))));
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, String look, double from, double to, double y, int height) {
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\"/>"
                .formatted(
                        look,
                        percent(from),
                        String.valueOf(y).replace(".0", ""),
                        percent(Math.max(to - from, 0.5)),
                        height));
    }

    private static double at(double value, double low, double width) {
        return MARGIN + (value - low) / width * (100 - 2 * MARGIN);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share) + "%";
    }

    private static String text(Measure measure, double value) {
        return Printed.value(BigDecimal.valueOf(value), measure);
    }
}
