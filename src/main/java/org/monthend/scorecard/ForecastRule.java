package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * Forecasts a series as the mean of simple methods on a scale that suits its kind, with intervals measured on real
 * series (algorithms.md, 5; the methods are better than those given there at every length on the same series).
 */
public final class ForecastRule {

    private static final int FIRM = 6;
    private static final double AVERAGE_DAYS = 365.25 / 12;

    private ForecastRule() {}

    /**
     * Forecasts of the months after the last, and the methods whose mean they are.
     *
     * @param figures how many figures they are fitted to
     */
    public record Outlook(List<Span> months, String method, int figures) {}

    /** One month ahead with its 80% and 95% intervals. */
    public record Span(double mean, double low80, double high80, double low95, double high95) {

        Span times(double factor) {
            return new Span(mean * factor, low80 * factor, high80 * factor, low95 * factor, high95 * factor);
        }

        boolean isFinite() {
            return DoubleStream.of(mean, low80, high80, low95, high95).allMatch(Double::isFinite);
        }
    }

    /**
     * The forecast of a measure for the months after the last.
     *
     * <p>Gaps of up to two months are filled linearly for fitting, longer ones start the series afresh. Empty with fewer
     * than three figures, when the last three months are silent, and for quarterly and rolling measures: the figures of a
     * quarter overlap or are too few, and the months below them are not known here.
     *
     * @param values monthly unrounded figures in the measure's unit, oldest first and the last month last; one entry for
     *     each calendar month, empty where there is no figure
     * @param horizon how many months ahead, 1 or more
     */
    public static Optional<Forecast> forecast(
            List<OptionalDouble> values, ReportingMonth last, Measure measure, int horizon) {
        if (measure.frequency() == Frequency.QUARTERLY || measure.aggregation() == Aggregation.ROLLING_3M) {
            return Optional.empty();
        }
        boolean perDay = isFlowCount(measure);
        ReportingMonth first = last.minusMonths(values.size() - 1);
        List<OptionalDouble> even = perDay
                ? IntStream.range(0, values.size())
                        .mapToObj(i -> divided(values.get(i), monthLength(first.plusMonths(i))))
                        .toList()
                : values;
        return outlook(even, SeriesKind.of(measure.unit()), measure.displayUnit(), horizon)
                .flatMap(outlook -> {
                    List<ForecastMonth> months = new ArrayList<>();
                    for (int h = 1; h <= horizon; h++) {
                        ReportingMonth month = last.plusMonths(h);
                        Span span = outlook.months().get(h - 1).times(perDay ? monthLength(month) : 1);
                        if (!span.isFinite()) {
                            return Optional.empty();
                        }
                        months.add(new ForecastMonth(
                                month, h, span.mean(), span.low80(), span.high80(), span.low95(), span.high95()));
                    }
                    return Optional.of(new Forecast(
                            List.copyOf(months), outlook.method(), outlook.figures(), outlook.figures() < FIRM));
                });
    }

    private static OptionalDouble divided(OptionalDouble value, double divisor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
    }

    /**
     * The outlook of a series that has no calendar; gaps as above. Empty with fewer than three figures and when the last
     * three months are silent.
     *
     * @param values one entry for each month, oldest first, empty where there is no figure
     * @param displayUnit the smallest step that a page can show; no interval is narrower
     * @param horizon how many months ahead, 1 or more
     */
    public static Optional<Outlook> outlook(
            List<OptionalDouble> values, SeriesKind kind, double displayUnit, int horizon) {
        return Stretch.latest(values).flatMap(stretch -> {
            int silent = stretch.silent();
            Outlook outlook = outlook(stretch.values(), kind, displayUnit, silent + horizon);
            List<Span> months = outlook.months().subList(silent, silent + horizon);
            return months.stream().allMatch(Span::isFinite)
                    ? Optional.of(new Outlook(List.copyOf(months), outlook.method(), stretch.figures()))
                    : Optional.empty();
        });
    }

    /**
     * The outlook of a series without gaps, of three months or more.
     *
     * @param displayUnit the smallest step that the page can show; no interval is narrower
     */
    static Outlook outlook(double[] values, SeriesKind kind, double displayUnit, int horizon) {
        Projection projection = Projection.of(values, kind, horizon);
        List<Span> months = new ArrayList<>();
        for (int h = 1; h <= horizon; h++) {
            months.add(span(projection, h, displayUnit));
        }
        return new Outlook(months, projection.method(), values.length);
    }

    private static Span span(Projection projection, int horizon, double displayUnit) {
        Transform transform = projection.transform();
        double centre = projection.centre()[horizon - 1];
        ErrorScale errors = projection.errors(horizon);
        double mean = transform.inverse(centre);
        double low = Math.max(transform.lowest(), mean - displayUnit / 2);
        double high = Math.min(transform.highest(), mean + displayUnit / 2);
        return new Span(
                mean,
                Math.min(low, transform.inverse(centre - errors.half80())),
                Math.max(high, transform.inverse(centre + errors.half80())),
                Math.min(low, transform.inverse(centre - errors.half95())),
                Math.max(high, transform.inverse(centre + errors.half95())));
    }

    /** What is counted over the month depends on how long the month is. */
    private static boolean isFlowCount(Measure measure) {
        boolean flow = measure.aggregation() == Aggregation.FLOW || measure.aggregation() == Aggregation.FLOW_MEAN;
        return flow && measure.unit() == Unit.COUNT;
    }

    /** The month's length in average months. */
    static double monthLength(ReportingMonth month) {
        return month.days() / AVERAGE_DAYS;
    }
}
