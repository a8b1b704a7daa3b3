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
        FiscalYear year = month.fiscalYear();
        if (measure.frequency() == Frequency.QUARTERLY) {
            return none(year, 0, "quarterly figure");
        }
        return outturn(
                OutturnSeries.of(measure, figures, month),
                year,
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
        int known = monthsKnown(series, year);
        Aggregation aggregation = series.aggregation();
        if (aggregation == Aggregation.RATIO
                && year.months().stream().map(series::in).anyMatch(OutturnRule::lacksParts)) {
            return none(year, known, "numerator and denominator are not known");
        }
        return judged(series, year, aim, known, aggregation.takesLastMonth());
    }

    /** The figure of a year's last month, whatever the year adds up to; otherwise as above. */
    public static Outturn lastMonth(OutturnSeries series, FiscalYear year, Optional<Aim> aim) {
        return judged(series, year, aim, monthsKnown(series, year), true);
    }

    private static int monthsKnown(OutturnSeries series, FiscalYear year) {
        int ahead = year.lastMonth().index() - series.last().index();
        if (ahead < 0 || ahead > YEAR) {
            throw new IllegalArgumentException(series.last() + " tells nothing of the outturn of " + year);
        }
        return (int) year.months().stream()
                .filter(month -> series.in(month).figure().isPresent())
                .count();
    }

    private static Outturn judged(
            OutturnSeries series, FiscalYear year, Optional<Aim> aim, int known, boolean lastMonth) {
        Aggregation aggregation = series.aggregation();
        if (aggregation == Aggregation.RANK) {
            return none(year, known, "a position among others");
        }
        if (aggregation == Aggregation.ROLLING_3M) {
            return none(year, known, "rolling three months");
        }
        boolean[] needed = new boolean[YEAR];
        Arrays.fill(needed, !lastMonth);
        needed[YEAR - 1] = true;
        boolean pooled = aggregation == Aggregation.RATIO && !lastMonth;
        Optional<YearPaths> paths = YearPaths.of(
                series.months().stream().map(MonthParts::figure).toList(),
                series.last(),
                SeriesKind.of(series.unit()),
                series.unit() == Unit.COUNT && !aggregation.takesLastMonth(),
                year,
                Noise.Of.FIGURES,
                needed);
        Optional<YearPaths> weights = pooled
                ? YearPaths.of(
                        series.months().stream().map(MonthParts::denominator).toList(),
                        series.last(),
                        SeriesKind.COUNT,
                        true,
                        year,
                        Noise.Of.DENOMINATORS,
                        needed)
                : paths;
        if (paths.isEmpty() || weights.isEmpty()) {
            return none(year, known, "too few figures");
        }
        double[] outturns = lastMonth
                ? paths.get().months()[YEAR - 1].clone()
                : pooled ? pooled(series, year, paths.get(), weights.get()) : summed(paths.get());
        if (series.unit() == Unit.COUNT && isWhole(series)) {
            Arrays.setAll(outturns, i -> Math.rint(outturns[i]));
        }
        if (aggregation == Aggregation.FLOW_MEAN && !lastMonth) {
            Arrays.setAll(outturns, i -> outturns[i] / YEAR);
        }
        Arrays.sort(outturns);
        if (!Double.isFinite(outturns[0]) || !Double.isFinite(outturns[outturns.length - 1])) {
            return none(year, known, "its figures differ too much");
        }
        boolean complete = paths.get().fittedTo() == 0 && weights.get().fittedTo() == 0;
        return new Outturn(
                year,
                known,
                Optional.of(range(outturns, complete)),
                aim.map(target -> OptionalDouble.of(chance(outturns, target, complete)))
                        .orElse(OptionalDouble.empty()),
                complete,
                OptionalDouble.empty(),
                !complete && paths.get().fittedTo() < FIRM,
                "",
                "");
    }

    private static OutturnRange range(double[] sorted, boolean complete) {
        return complete
                ? OutturnRange.exactly(sorted[0])
                : new OutturnRange(
                        quantile(sorted, 0.025),
                        quantile(sorted, 0.1),
                        quantile(sorted, 0.5),
                        quantile(sorted, 0.9),
                        quantile(sorted, 0.975));
    }

    private static double[] summed(YearPaths paths) {
        double[] sums = new double[Noise.PATHS];
        for (double[] month : paths.months()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += month[i];
            }
        }
        return sums;
    }

    private static double[] pooled(OutturnSeries series, FiscalYear year, YearPaths paths, YearPaths weights) {
        double multiplier = series.unit().multiplier().doubleValue();
        double[] numerators = new double[Noise.PATHS];
        double[] denominators = new double[Noise.PATHS];
        for (int month = 0; month < YEAR; month++) {
            MonthParts parts = series.in(year.months().get(month));
            for (int i = 0; i < numerators.length; i++) {
                double weight = weights.months()[month][i];
                denominators[i] += weight;
                numerators[i] += parts.numerator().isPresent()
                        ? parts.numerator().getAsDouble()
                        : paths.months()[month][i] * weight / multiplier;
            }
        }
        Arrays.setAll(numerators, i -> multiplier * numerators[i] / denominators[i]);
        return numerators;
    }

    private static double chance(double[] sorted, Aim aim, boolean complete) {
        if (complete) {
            return aim.isMetBy(sorted[0]) ? 1 : 0;
        }
        long meeting = Arrays.stream(sorted).filter(aim::isMetBy).count();
        return (meeting + 0.5) / (sorted.length + 1);
    }

    private static boolean isWhole(OutturnSeries series) {
        return series.months().stream()
                .flatMapToDouble(month -> month.figure().stream())
                .allMatch(value -> value == Math.rint(value));
    }

    private static boolean lacksParts(MonthParts month) {
        return month.figure().isPresent()
                && (month.numerator().isEmpty() || month.denominator().isEmpty());
    }

    /** The value below which such a share of the sorted values lies. */
    private static double quantile(double[] sorted, double share) {
        double place = share * sorted.length - 0.5;
        int below = (int) Math.floor(place);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static Outturn none(FiscalYear year, int known, String reason) {
        return new Outturn(
                year,
                known,
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                OptionalDouble.empty(),
                false,
                "",
                reason);
    }
}
