package org.monthend.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.TargetJudgement;

/**
 * A series of months as one small line without axes: a gap stays a gap, the last point stands out, the target is dashed.
 *
 * @param points consecutive months, oldest first
 * @param monthsBetween how many months lie from one figure to the next when none is missing: 1, or 3 for a quarterly
 *     measure
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param reading what the picture says, in one line, for those who cannot see it
 */
record Sparkline(List<Point> points, int monthsBetween, int width, int height, String reading) {

    /** How far back the page looks, in months. */
    static final int MONTHS = 24;

    private static final double MARGIN = 4;

    /**
     * One month of the line.
     *
     * @param value empty where the month has no figure
     * @param targets none, the target that holds in this month, or the low and the high end of a band
     */
    record Point(ReportingMonth month, Optional<BigDecimal> value, List<BigDecimal> targets) {}

    /**
     * The last 24 months of a measure up to the scorecard's month, each with the target that held in it.
     */
    static Sparkline of(MeasureLine line, ReportingMonth month, int width, int height) {
        Map<ReportingMonth, Optional<BigDecimal>> known = line.months().stream()
                .collect(Collectors.toMap(
                        MonthFigure::month, figure -> figure.figure().reportedValue()));
        TargetJudgement target = line.target();
        List<Point> points = ReportingMonth.range(month.minusMonths(MONTHS - 1), month).stream()
                .map(each -> new Point(each, known.getOrDefault(each, Optional.empty()), targets(line, each)))
                .toList();
        int monthsBetween = line.measure().frequency() == Frequency.QUARTERLY ? 3 : 1;
        return new Sparkline(
                points, monthsBetween, width, height, reading(line.measure(), points, monthsBetween, target.printed()));
    }

    private static List<BigDecimal> targets(MeasureLine line, ReportingMonth month) {
        return line.targets().stream()
                .filter(target -> target.holdsIn(month))
                .flatMap(target -> Stream.of(target.value(), target.low(), target.high()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether there is any figure to draw. */
    boolean hasFigures() {
        return points.stream().anyMatch(point -> point.value().isPresent());
    }

    /** One svg element that needs no style sheet, or nothing where no month has a figure. */
    String svg() {
        if (!hasFigures()) {
            return "";
        }
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"sparkline\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" aria-label=\"%s\">"
                        .formatted(width, height, width, height, escaped(reading)));
        String targets = targetPath();
        if (!targets.isEmpty()) {
            svg.append("<path d=\"")
                    .append(targets)
                    .append("\" fill=\"none\" stroke=\"#505a5f\" stroke-dasharray=\"3 2\"/>");
        }
        List<List<Integer>> runs = runs();
        String line =
                runs.stream().filter(run -> run.size() > 1).map(this::path).collect(Collectors.joining());
        if (!line.isEmpty()) {
            svg.append("<path d=\"")
                    .append(line)
                    .append("\" fill=\"none\" stroke=\"#1d3f58\" stroke-width=\"1.4\" stroke-linejoin=\"round\"/>");
        }
        int last = known(points.size() - 1);
        runs.stream()
                .filter(run -> run.size() == 1 && run.get(0) != last)
                .forEach(run -> svg.append(circle(run.get(0), "1.2", "fill=\"#1d3f58\"")));
        // A hollow end says that the figure is not one of the scorecard's own month.
        svg.append(
                last == points.size() - 1
                        ? circle(last, "2.6", "fill=\"#1d3f58\"")
                        : circle(last, "2.2", "fill=\"#fff\" stroke=\"#1d3f58\""));
        return svg.append("</svg>").toString();
    }

    /** Indexes of months with figures, in runs that are not interrupted by a missing one. */
    private List<List<Integer>> runs() {
        List<List<Integer>> runs = new ArrayList<>();
        int before = Integer.MIN_VALUE / 2;
        for (int index = 0; index < points.size(); index++) {
            if (points.get(index).value().isEmpty()) {
                continue;
            }
            if (index - before > monthsBetween) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(index);
            before = index;
        }
        return runs;
    }

    private String path(List<Integer> run) {
        return "M"
                + run.stream()
                        .map(index -> number(x(index)) + " " + number(y(value(index))))
                        .collect(Collectors.joining("L"));
    }

    private String targetPath() {
        int lines =
                points.stream().mapToInt(point -> point.targets().size()).max().orElse(0);
        return IntStream.range(0, lines).mapToObj(this::targetSteps).collect(Collectors.joining());
    }

    /** One stroke for as long as a target holds, upright where it steps, broken where there is none. */
    private String targetSteps(int line) {
        StringBuilder path = new StringBuilder();
        Optional<BigDecimal> drawn = Optional.empty();
        for (int index = 0; index < points.size(); index++) {
            Optional<BigDecimal> target =
                    points.get(index).targets().stream().skip(line).findFirst();
            if (target.equals(drawn)) {
                continue;
            }
            String left = number(left(index));
            drawn.ifPresent(level -> path.append("H").append(left));
            if (target.isPresent()) {
                String level = number(y(target.get().doubleValue()));
                path.append(drawn.isPresent() ? "V" + level : "M" + left + " " + level);
            }
            drawn = target;
        }
        drawn.ifPresent(level -> path.append("H").append(number(left(points.size()))));
        return path.toString();
    }

    private String circle(int index, String radius, String paint) {
        return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
                .formatted(number(x(index)), number(y(value(index))), radius, paint);
    }

    /** The index of the last month with a figure, at or before the given one. */
    private int known(int from) {
        return IntStream.iterate(from, index -> index >= 0, index -> index - 1)
                .filter(index -> points.get(index).value().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private double value(int index) {
        return points.get(index).value().orElseThrow().doubleValue();
    }

    private double x(int index) {
        return points.size() == 1 ? width / 2.0 : MARGIN + index * pitch();
    }

    /** Where the month's own stretch of the target begins: half a month before its point. */
    private double left(int index) {
        return Math.max(0, Math.min(width, x(index) - pitch() / 2));
    }

    private double pitch() {
        return (width - 2 * MARGIN) / Math.max(1, points.size() - 1);
    }

    private double y(double value) {
        double low = extent().min().orElseThrow();
        double high = extent().max().orElseThrow();
        if (high == low) {
            return height / 2.0;
        }
        return height - MARGIN - (value - low) / (high - low) * (height - 2 * MARGIN);
    }

    private DoubleStream extent() {
        return points.stream()
                .flatMap(point -> Stream.concat(point.value().stream(), point.targets().stream()))
                .mapToDouble(BigDecimal::doubleValue);
    }

    private static String reading(Measure measure, List<Point> points, int monthsBetween, String target) {
        Point last = points.get(points.size() - 1);
        List<BigDecimal> values =
                points.stream().flatMap(point -> point.value().stream()).toList();
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder reading = new StringBuilder(measure.printedName())
                .append(": ")
                .append(last.value().map(value -> Printed.value(value, measure)).orElse("no figure"))
                .append(" in ")
                .append(last.month().label())
                .append("; over %s months between %s and %s"
                        .formatted(
                                points.size(),
                                Printed.value(
                                        values.stream()
                                                .min(BigDecimal::compareTo)
                                                .orElseThrow(),
                                        measure),
                                Printed.value(
                                        values.stream()
                                                .max(BigDecimal::compareTo)
                                                .orElseThrow(),
                                        measure)));
        if (!target.isEmpty()) {
            reading.append("; target ").append(target);
        }
        int missing = points.size() / monthsBetween - values.size();
        if (missing > 0) {
            reading.append("; ")
                    .append(missing)
                    .append(
                            monthsBetween == 1
                                    ? (missing == 1 ? " month" : " months")
                                    : (missing == 1 ? " quarter" : " quarters"))
                    .append(" without a figure");
        }
        return reading.toString();
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate).replace(".0", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
