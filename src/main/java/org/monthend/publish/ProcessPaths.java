package org.monthend.publish;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.MeasureLine;

/**
 * The lines of a control chart as svg paths: figures, limits and targets of the last two years. What it is drawn into is
 * stretched from side to side only, so that heights are CSS pixels.
 *
 * @param last month of the scorecard
 * @param slots the months from left to right; they may go on after the last one
 * @param figures those of the last two years that there are
 * @param points what they mean, by month
 * @param top height of the upper end of the scale
 * @param foot height of its lower end
 */
record ProcessPaths(
        MeasureLine line,
        ReportingMonth last,
        List<ReportingMonth> slots,
        TreeMap<ReportingMonth, Double> figures,
        Map<ReportingMonth, ControlPoint> points,
        Scale scale,
        int top,
        int foot) {

    /** Width of a month in the part that is stretched. */
    private static final int PITCH = 10;

    /** The figures of the last two years. */
    static TreeMap<ReportingMonth, Double> figures(MeasureLine line, ReportingMonth last) {
        ReportingMonth earliest = last.minusMonths(Sparkline.MONTHS - 1);
        return line.months().stream()
                .filter(each -> !each.month().isBefore(earliest))
                .filter(each -> each.figure().reportedValue().isPresent())
                .collect(Collectors.toMap(
                        each -> each.month(),
                        each -> each.figure().reportedValue().orElseThrow().doubleValue(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    static Map<ReportingMonth, ControlPoint> points(MeasureLine line) {
        return line.chart().points().stream()
                .collect(Collectors.toMap(point -> line.chartMonth(point.position()), Function.identity()));
    }

    /** What a scale has to hold of figures, limits and the targets of past months; nothing without figures. */
    static Stream<Double> drawn(MeasureLine line, ReportingMonth last) {
        TreeMap<ReportingMonth, Double> figures = figures(line, last);
        if (figures.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        figures.values().stream(),
                        limits(line, last, figures.firstKey())
                                .flatMap(segment -> Stream.of(
                                        segment.limits().lower(),
                                        segment.limits().upper())),
                        ReportingMonth.range(figures.firstKey(), last).stream()
                                .flatMap(month -> targets(line, month).stream()))
                .flatMap(Function.identity());
    }

    /** The scale of what is drawn, from the lowest to the highest, with the ends that the measure's figures have. */
    static Scale scale(Measure measure, double low, double high, List<Double> figures) {
        boolean negative = figures.stream().anyMatch(value -> value < 0);
        boolean overHundred = figures.stream().anyMatch(value -> value > 100);
        return Scale.of(
                low,
                high,
                measure.displayUnit(),
                negative ? Double.NEGATIVE_INFINITY : 0,
                measure.unit() == Unit.PERCENT && !overHundred ? 100 : Double.POSITIVE_INFINITY);
    }

    int width() {
        return slots.size() * PITCH;
    }

    String gridLines() {
        return scale.lines().stream()
                .map(each -> "M0 " + y(each.doubleValue()) + "H" + width())
                .collect(Collectors.joining());
    }

    /** An upright line before each April. */
    String years() {
        return slots.stream()
                .skip(1)
                .filter(month -> month.equals(month.fiscalYear().firstMonth()))
                .map(month -> "M" + number(left(month)) + " " + top + "V" + foot)
                .collect(Collectors.joining());
    }

    String bands() {
        return limits().map(this::band).collect(Collectors.joining());
    }

    String nearLimits() {
        return across(segment ->
                Stream.of(segment.limits().nearLower(), segment.limits().nearUpper()));
    }

    String outerLimits() {
        return across(
                segment -> Stream.of(segment.limits().lower(), segment.limits().upper()));
    }

    String means() {
        return across(segment -> Stream.of(segment.limits().mean()));
    }

    String figureLine() {
        int between = line.measure().frequency() == Frequency.QUARTERLY ? 3 : 1;
        StringBuilder path = new StringBuilder();
        Optional<ReportingMonth> before = Optional.empty();
        for (Map.Entry<ReportingMonth, Double> each : figures.entrySet()) {
            boolean joins = before.filter(month -> each.getKey().index() - month.index() <= between)
                    .isPresent();
            path.append(joins ? "L" : "M")
                    .append(number(middle(each.getKey())))
                    .append(' ')
                    .append(y(each.getValue()));
            before = Optional.of(each.getKey());
        }
        return path.toString();
    }

    /** One stroke for as long as a target holds, upright where it steps; the last one goes on to the right end. */
    String aims() {
        int most = slots.stream()
                .mapToInt(month -> targets(line, month).size())
                .max()
                .orElse(0);
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < most; index++) {
            Optional<Double> drawn = Optional.empty();
            for (ReportingMonth month : slots) {
                Optional<Double> target =
                        targets(line, month).stream().skip(index).findFirst();
                if (target.equals(drawn)) {
                    continue;
                }
                String left = number(left(month));
                drawn.ifPresent(level -> path.append('H').append(left));
                boolean steps = drawn.isPresent();
                target.ifPresent(level -> path.append(steps ? "V" + y(level) : "M" + left + " " + y(level)));
                drawn = target;
            }
            drawn.ifPresent(level -> path.append('H').append(width()));
        }
        return path.toString();
    }

    /** Where the limits start afresh. */
    Stream<ReportingMonth> rebases() {
        return line.chart().segments().stream()
                .skip(1)
                .map(segment -> line.chartMonth(segment.start()))
                .filter(slots::contains);
    }

    /** An upright line at the left of a month that reaches out of the scale by some pixels. */
    String upright(ReportingMonth month, int beyond) {
        return "M" + number(left(month)) + " " + (top - beyond) + "V" + foot;
    }

    static List<Double> targets(MeasureLine line, ReportingMonth month) {
        return line.targets().stream()
                .filter(target -> target.holdsIn(month))
                .flatMap(ProcessPaths::ends)
                .map(BigDecimal::doubleValue)
                .toList();
    }

    private static Stream<BigDecimal> ends(Target target) {
        return Stream.of(target.value(), target.low(), target.high()).flatMap(Optional::stream);
    }

    private Stream<ControlSegment> limits() {
        return limits(line, last, figures.firstKey());
    }

    /** Segments that have limits and reach into the months shown. */
    private static Stream<ControlSegment> limits(MeasureLine line, ReportingMonth last, ReportingMonth first) {
        return line.chart().segments().stream()
                .filter(segment -> segment.limits().ranges() > 0)
                .filter(segment -> !end(line, last, segment).isBefore(first));
    }

    private ReportingMonth start(ControlSegment segment) {
        ReportingMonth start = line.chartMonth(segment.start());
        return start.isBefore(slots.get(0)) ? slots.get(0) : start;
    }

    /** The last month before the next segment. */
    private static ReportingMonth end(MeasureLine line, ReportingMonth last, ControlSegment segment) {
        List<ControlSegment> segments = line.chart().segments();
        int next = segments.indexOf(segment) + 1;
        return next < segments.size()
                ? line.chartMonth(segments.get(next).start()).minusMonths(1)
                : last;
    }

    private String band(ControlSegment segment) {
        return "M%s %sH%sV%sH%sz"
                .formatted(
                        number(left(start(segment))),
                        y(clamped(segment.limits().upper())),
                        number(right(end(line, last, segment))),
                        y(clamped(segment.limits().lower())),
                        number(left(start(segment))));
    }

    private String across(Function<ControlSegment, Stream<Double>> levels) {
        return limits().flatMap(segment -> levels.apply(segment)
                        .filter(scale::holds)
                        .map(level -> "M" + number(left(start(segment))) + " " + y(level) + "H"
                                + number(right(end(line, last, segment)))))
                .collect(Collectors.joining());
    }

    double clamped(double value) {
        return Math.max(scale.low(), Math.min(scale.high(), value));
    }

    double middle(ReportingMonth month) {
        return (month.index() - slots.get(0).index() + 0.5) * PITCH;
    }

    double left(ReportingMonth month) {
        return middle(month) - PITCH / 2.0;
    }

    double right(ReportingMonth month) {
        return middle(month) + PITCH / 2.0;
    }

    /** The same place in what is not stretched. */
    String at(double x) {
        return String.format(Locale.ROOT, "%.2f", 100 * x / width()) + "%";
    }

    double height(double value) {
        return foot - scale.share(value) * (foot - top);
    }

    String y(double value) {
        return number(height(value));
    }

    static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate).replace(".0", "");
    }

    static void append(StringBuilder svg, String look, String path) {
        if (!path.isEmpty()) {
            svg.append("<path class=\"")
                    .append(look)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>");
        }
    }

    static double lowest(List<Double> values) {
        return values.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    static double highest(List<Double> values) {
        return values.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
