package org.monthend.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

/**
 * Says where a financial year will end and how likely it meets its target, by drawing the months that are not known about
 * their forecast (algorithms.md, 6).
 */
public final class OutturnRule {

    private static final int YEAR = 12;
    private static final int FIRM = 6;

    private OutturnRule() {}

    /**
     * The outturn of the financial year that a month lies in.
     *
     * @param figures what is known of the measure, in any order; later months change nothing
     * @param targets those that hold in the twelve months of the year, April first
     */
    public static Outturn outturn(
            List<MonthFigure> figures, ReportingMonth month, Measure measure, List<Optional<Target>> targets) {
        if (measure.frequency() == Frequency.QUARTERLY) {
            return none(month.fiscalYear(), 0, OptionalDouble.empty(), "quarterly figure");
        }
        return outturn(
                OutturnSeries.of(measure, figures, month),
                month.fiscalYear(),
                Aim.ofYear(targets, measure.aggregation(), measure.polarity()));
    }

    /**
     * The outturn of a year: the sum of its months (flow), their mean (flow mean), Σ numerators / Σ denominators (ratio),
     * or the figure of its last month (stock and stock ratio).
     *
     * <p>A month of the year without a figure is drawn, too, about the line between its neighbours. There is no outturn of
     * ranks and of rolling figures; of a ratio whose numerators and denominators are not known for the months known of the
     * year; nor with fewer than three figures or more than two silent months at the end, unless the year is complete.
     *
     * @param year the one that the series' last month lies in, or the next
     * @throws IllegalArgumentException for any other year
     */
    public static Outturn outturn(OutturnSeries series, FiscalYear year, Optional<Aim> aim) {
        return judged(series, year, aim, series.aggregation().takesLastMonth());
    }

    /** The figure of a year's last month, whatever the year adds up to; otherwise as above. */
    public static Outturn lastMonth(OutturnSeries series, FiscalYear year, Optional<Aim> aim) {
        return judged(series, year, aim, true);
    }

    /** The outturns of a year on many paths, all the same once it is complete, and between what two they must lie. */
    private record Paths(double[] outturns, double lowest, double highest, boolean complete, boolean indicative) {}

    private static Outturn judged(OutturnSeries series, FiscalYear year, Optional<Aim> aim, boolean lastMonth) {
        int ahead = year.lastMonth().index() - series.last().index();
        if (ahead < 0 || ahead > YEAR) {
            throw new IllegalArgumentException(series.last() + " tells nothing of the outturn of " + year);
        }
        int known = (int) year.months().stream()
                .filter(month -> isKnown(series.in(month)))
                .count();
        OptionalDouble lastYear = lastYear(series, year, lastMonth);
        Aggregation aggregation = series.aggregation();
        if (aggregation == Aggregation.RANK) {
            return none(year, known, lastYear, "a position among others");
        }
        if (aggregation == Aggregation.ROLLING_3M) {
            return none(year, known, lastYear, "rolling three months");
        }
        if (isPooled(series, lastMonth) && lacksParts(series, year)) {
            return none(year, known, lastYear, "numerator and denominator are not known");
        }
        Optional<Paths> paths = paths(series, year, lastMonth);
        if (paths.isEmpty()) {
            return none(year, known, lastYear, "too few figures");
        }
        double[] outturns = paths.get().outturns();
        Arrays.sort(outturns);
        if (!Double.isFinite(outturns[0]) || !Double.isFinite(outturns[outturns.length - 1])) {
            return none(year, known, lastYear, "its figures cannot be added up");
        }
        boolean guide = known == 0 && series.unit() == Unit.PERCENT && lastYear.isPresent();
        return new Outturn(
                year,
                known,
                Optional.of(range(paths.get())),
                aim.map(target -> OptionalDouble.of(chance(paths.get(), target)))
                        .orElse(OptionalDouble.empty()),
                paths.get().complete(),
                lastYear,
                paths.get().indicative(),
                guide
                        ? "Before a year begins, the outturn of the year before is the better guide to a percentage."
                        : "",
                "");
    }

    /** What the year before came to, where it is complete. */
    private static OptionalDouble lastYear(OutturnSeries series, FiscalYear year, boolean lastMonth) {
        FiscalYear last = new FiscalYear(year.startYear() - 1);
        List<ReportingMonth> needed = lastMonth ? List.of(last.lastMonth()) : last.months();
        boolean pooled = isPooled(series, lastMonth);
        boolean complete = needed.stream()
                .map(series::in)
                .allMatch(month -> pooled ? hasParts(month) : month.figure().isPresent());
        return complete
                ? paths(series.upTo(last.lastMonth()), last, lastMonth)
                        .map(paths -> OptionalDouble.of(paths.outturns()[0]))
                        .orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }

    private static Optional<Paths> paths(OutturnSeries series, FiscalYear year, boolean lastMonth) {
        boolean[] needed = new boolean[YEAR];
        boolean pooled = isPooled(series, lastMonth);
        for (int i = 0; i < YEAR; i++) {
            needed[i] = pooled ? !hasParts(series.in(year.months().get(i))) : !lastMonth || i == YEAR - 1;
        }
        boolean counted = series.unit() == Unit.COUNT && !series.aggregation().takesLastMonth();
        Optional<YearDraws> months = YearDraws.of(
                new YearDraws.Source(
                        series.months().stream().map(MonthParts::figure).toList(),
                        series.last(),
                        SeriesKind.of(series.unit()),
                        counted),
                year,
                needed,
                Noise.Of.FIGURES);
        if (pooled) {
            return months.flatMap(figures -> YearDraws.of(
                            new YearDraws.Source(
                                    series.months().stream()
                                            .map(MonthParts::denominator)
                                            .toList(),
                                    series.last(),
                                    SeriesKind.COUNT,
                                    true),
                            year,
                            needed,
                            Noise.Of.DENOMINATORS)
                    .map(weights -> pooled(series, year, figures, weights)));
        }
        return months.map(figures -> lastMonth ? ofLastMonth(series, figures) : summed(series, figures));
    }

    private static Paths ofLastMonth(OutturnSeries series, YearDraws months) {
        return new Paths(
                whole(series, months.month(YEAR - 1)),
                months.lowest(),
                months.highest(),
                months.isComplete(),
                isIndicative(months));
    }

    private static Paths summed(OutturnSeries series, YearDraws months) {
        int share = series.aggregation() == Aggregation.FLOW_MEAN ? YEAR : 1;
        double[] sums = whole(series, months.summed());
        Arrays.setAll(sums, path -> sums[path] / share);
        return new Paths(
                sums,
                months.lowestSum() / share,
                months.highestSum() / share,
                months.isComplete(),
                isIndicative(months));
    }

    private static Paths pooled(OutturnSeries series, FiscalYear year, YearDraws figures, YearDraws weights) {
        double multiplier = series.unit().multiplier().doubleValue();
        double[] numerators = new double[Noise.PATHS];
        double[] denominators = new double[Noise.PATHS];
        double[] shares = new double[Noise.PATHS];
        int drawn = 0;
        for (int i = 0; i < YEAR; i++) {
            MonthParts parts = series.in(year.months().get(i));
            if (hasParts(parts)) {
                for (int path = 0; path < numerators.length; path++) {
                    numerators[path] += parts.numerator().orElseThrow();
                    denominators[path] += parts.denominator().orElseThrow();
                }
                continue;
            }
            double[] share = figures.month(i);
            double[] weight = weights.month(i);
            drawn++;
            for (int path = 0; path < numerators.length; path++) {
                numerators[path] += share[path] * weight[path] / multiplier;
                denominators[path] += weight[path];
                shares[path] += share[path];
            }
        }
        // On a path that runs down to nothing at all, its months count alike.
        int months = drawn;
        Arrays.setAll(
                numerators,
                path -> denominators[path] > 0 || months == 0
                        ? multiplier * numerators[path] / denominators[path]
                        : shares[path] / months);
        return new Paths(numerators, figures.lowest(), figures.highest(), figures.isComplete(), isIndicative(figures));
    }

    /** Counts stay whole, so that a tie with the target has its share. */
    private static double[] whole(OutturnSeries series, double[] outturns) {
        boolean whole = series.unit() == Unit.COUNT
                && series.months().stream()
                        .flatMapToDouble(month -> month.figure().stream())
                        .allMatch(value -> value == Math.rint(value));
        if (whole) {
            Arrays.setAll(outturns, path -> Math.rint(outturns[path]));
        }
        return outturns;
    }

    private static OutturnRange range(Paths paths) {
        double[] sorted = paths.outturns();
        return paths.complete() ? OutturnRange.exactly(sorted[0]) : OutturnRange.of(sorted);
    }

    private static double chance(Paths paths, Aim aim) {
        double[] sorted = paths.outturns();
        double lowest = paths.complete() ? sorted[0] : paths.lowest();
        double highest = paths.complete() ? sorted[0] : paths.highest();
        if (aim.isSure(lowest, highest)) {
            return 1;
        }
        if (aim.isLost(lowest, highest)) {
            return 0;
        }
        long meeting = Arrays.stream(sorted).filter(aim::isMetBy).count();
        return (meeting + 0.5) / (sorted.length + 1);
    }

    private static boolean isIndicative(YearDraws months) {
        return !months.isComplete() && months.fittedTo() < FIRM;
    }

    private static boolean isPooled(OutturnSeries series, boolean lastMonth) {
        return series.aggregation() == Aggregation.RATIO && !lastMonth;
    }

    private static boolean isKnown(MonthParts month) {
        return month.figure().isPresent() || hasParts(month);
    }

    private static boolean hasParts(MonthParts month) {
        return month.numerator().isPresent() && month.denominator().isPresent();
    }

    private static boolean lacksParts(OutturnSeries series, FiscalYear year) {
        return year.months().stream()
                .map(series::in)
                .anyMatch(month -> month.figure().isPresent() && !hasParts(month));
    }

    private static Outturn none(FiscalYear year, int known, OptionalDouble lastYear, String reason) {
        return new Outturn(year, known, Optional.empty(), OptionalDouble.empty(), false, lastYear, false, "", reason);
    }
}
