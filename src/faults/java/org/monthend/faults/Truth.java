package org.monthend.faults;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What must come of the files that were taken, computed from the pages of the method (docs/algorithms.md, 1 to 3) and
 * without a line of the product.
 */
final class Truth {

    private static final List<Double> CRITICAL = List.of(
            2.42, 2.38, 2.31, 2.28, 2.25, 2.25, 2.21, 2.18, 2.18, 2.14, 2.14, 2.14, 2.11, 2.11, 2.11, 2.08, 2.08, 2.08,
            2.07);

    private final Map<Stated.Key, Stated> stated = new HashMap<>();

    private Truth() {}

    /** @param files in the order in which they were taken: what is said last counts */
    static Truth of(List<SentFile> files) {
        Truth truth = new Truth();
        files.forEach(file -> file.rows().forEach(row -> truth.stated.put(row.key(), row)));
        return truth;
    }

    Map<Stated.Key, Stated> stated() {
        return stated;
    }

    /** A cell of the scorecard. */
    record Cell(Optional<BigDecimal> figure, boolean partial) {}

    /** The trend: direction, whether that is good, and z. */
    record Arrow(String direction, String judgement, double z) {}

    /** A measure's line in the scorecard of a month. */
    record Line(List<Cell> quarters, Cell latest, Optional<BigDecimal> variance, String standing, Arrow arrow) {}

    Line line(KnownMeasure measure, YearMonth month) {
        YearMonth quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        List<Cell> quarters = IntStream.of(4, 3, 2, 1)
                .mapToObj(back -> quarter(measure, quarter.minusMonths(3L * back)))
                .toList();
        Cell latest = new Cell(figure(measure, month), false);
        Optional<BigDecimal> variance = latest.figure().flatMap(actual -> variance(measure, actual));
        return new Line(
                quarters, latest, variance, standing(measure, latest.figure(), variance), arrow(measure, month));
    }

    private Optional<Stated> at(KnownMeasure measure, YearMonth month) {
        return Optional.ofNullable(stated.get(new Stated.Key(measure, Workload.TRUST, month)));
    }

    private Optional<BigDecimal> figure(KnownMeasure measure, YearMonth month) {
        return at(measure, month).flatMap(Stated::figure);
    }

    private Cell quarter(KnownMeasure measure, YearMonth first) {
        List<Stated> known = new ArrayList<>();
        for (int month = 0; month < 3; month++) {
            at(measure, first.plusMonths(month))
                    .filter(row -> row.figure().isPresent())
                    .ifPresent(known::add);
        }
        if (known.isEmpty()) {
            return new Cell(Optional.empty(), false);
        }
        Stated last = known.get(known.size() - 1);
        if (measure.takesLastMonth()) {
            return new Cell(last.figure(), !last.key().month().equals(first.plusMonths(2)));
        }
        BigDecimal value = measure.isRatio()
                ? measure.multiplier()
                        .multiply(sum(known.stream()
                                .flatMap(row -> row.numerator().stream())
                                .toList()))
                        .divide(
                                sum(known.stream()
                                        .flatMap(row -> row.denominator().stream())
                                        .toList()),
                                MathContext.DECIMAL128)
                : sum(known.stream().flatMap(row -> row.figure().stream()).toList());
        BigDecimal whole = measure.aggregation().equals("flow_mean")
                ? value.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128)
                : value;
        return new Cell(Optional.of(whole), known.size() < 3);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> variance(KnownMeasure measure, BigDecimal actual) {
        if (measure.hasBand()) {
            BigDecimal above = actual.subtract(measure.high()).max(BigDecimal.ZERO);
            BigDecimal below = actual.subtract(measure.low()).min(BigDecimal.ZERO);
            return Optional.of(above.add(below));
        }
        return measure.target().map(actual::subtract);
    }

    private static String standing(KnownMeasure measure, Optional<BigDecimal> actual, Optional<BigDecimal> variance) {
        if (!measure.hasBand() && measure.target().isEmpty()) {
            return "no_target";
        }
        if (actual.isEmpty() || variance.isEmpty()) {
            return "no_figure";
        }
        BigDecimal off = measure.hasBand()
                ? variance.get().abs()
                : measure.polarity().equals("lower")
                        ? variance.get()
                        : variance.get().negate();
        if (off.signum() <= 0) {
            return "met";
        }
        return off.compareTo(measure.tolerance()) <= 0 ? "within_tolerance" : "missed";
    }

    private Arrow arrow(KnownMeasure measure, YearMonth month) {
        Arrow none = new Arrow("none", "neutral", 0);
        if (measure.isRolling() || figure(measure, month).isEmpty()) {
            return none;
        }
        List<Optional<Double>> series = sinceLongGap(series(measure, month));
        if (series.size() >= 24) {
            throw new IllegalStateException("the oracle knows no seasonal factors: the workload is to be shorter");
        }
        List<Double> recent = present(series, 0, 3);
        List<Double> before = present(series, 3, 12);
        int known = present(series, 0, 24).size();
        if (recent.size() < 2 || before.size() < 3 || known < 6) {
            return none;
        }
        double sigma = mean(ranges(series)) / 1.128;
        double mean = mean(before);
        double change = mean(recent.stream()
                        .map(value -> Math.max(mean - 3 * sigma, Math.min(mean + 3 * sigma, value)))
                        .toList())
                - mean;
        double error = sigma * Math.sqrt(1.0 / recent.size() + 1.0 / before.size());
        double z = change == 0 ? 0 : sigma == 0 ? Math.copySign(999, change) : change / error;
        long beyond = recent.stream()
                .filter(value -> Math.signum(change) * (value - mean) > sigma / 2)
                .count();
        boolean moved = Math.round(Math.abs(z) * 1e4) / 1e4 >= CRITICAL.get(Math.min(known, 24) - 6)
                && Math.abs(change) >= Math.pow(10, -measure.decimals())
                && beyond >= 2;
        if (!moved) {
            return new Arrow("level", "neutral", z);
        }
        boolean better = change > 0 == measure.polarity().equals("higher");
        String judgement = measure.polarity().equals("context") ? "neutral" : better ? "better" : "worse";
        return new Arrow(change > 0 ? "up" : "down", judgement, z);
    }

    /** Newest first. */
    private List<Optional<Double>> series(KnownMeasure measure, YearMonth month) {
        YearMonth oldest = stated.keySet().stream()
                .filter(key -> key.measure() == measure && key.organisation().equals(Workload.TRUST))
                .map(Stated.Key::month)
                .min(YearMonth::compareTo)
                .orElse(month);
        List<Optional<Double>> series = new ArrayList<>();
        for (YearMonth each = month; !each.isBefore(oldest) && series.size() < 60; each = each.minusMonths(1)) {
            series.add(figure(measure, each).map(BigDecimal::doubleValue));
        }
        return series;
    }

    private static List<Optional<Double>> sinceLongGap(List<Optional<Double>> newestFirst) {
        int oldest = newestFirst.size();
        while (oldest > 0 && newestFirst.get(oldest - 1).isEmpty()) {
            oldest--;
        }
        int gap = 0;
        for (int index = 0; index < oldest; index++) {
            gap = newestFirst.get(index).isPresent() ? 0 : gap + 1;
            if (gap > 2) {
                return newestFirst.subList(0, index - gap + 1);
            }
        }
        return newestFirst;
    }

    private static List<Double> present(List<Optional<Double>> newestFirst, int from, int to) {
        return newestFirst.subList(Math.min(from, newestFirst.size()), Math.min(to, newestFirst.size())).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Double> ranges(List<Optional<Double>> series) {
        return IntStream.range(1, series.size())
                .filter(index ->
                        series.get(index).isPresent() && series.get(index - 1).isPresent())
                .mapToObj(index -> Math.abs(
                        series.get(index).orElseThrow() - series.get(index - 1).orElseThrow()))
                .toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
