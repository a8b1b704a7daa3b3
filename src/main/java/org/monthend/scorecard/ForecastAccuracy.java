package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * How good a measure's past forecasts were.
 *
 * @param forecasts how many months' forecasts have been compared with what came, 1 or more
 * @param meanAbsoluteError in the measure's unit
 * @param bias mean of forecast less actual in the measure's unit; above 0 when they were too high
 * @param meanScaledError empty where no forecast has one
 * @param covered80 share of actual figures inside the 80% interval, 0 to 1
 * @param covered95 share of actual figures inside the 95% interval, 0 to 1
 */
public record ForecastAccuracy(
        int forecasts,
        double meanAbsoluteError,
        double bias,
        OptionalDouble meanScaledError,
        double covered80,
        double covered95) {

    /** So few forecasts say nothing about shares. */
    private static final int FEWEST_FOR_SHARES = 10;

    /**
     * Compares a forecast with what has come of it so far.
     *
     * @param history the figures that it was made from, one for each calendar month, empty where there was none
     * @param came the figures that came, by month; forecasts of other months are left out
     */
    public static List<ForecastScore> scores(
            Forecast forecast, List<OptionalDouble> history, Map<ReportingMonth, Double> came) {
        OptionalDouble naive = naiveError(history);
        return forecast.months().stream()
                .flatMap(month ->
                        Optional.ofNullable(came.get(month.month()))
                                .map(actual -> score(month, actual, naive))
                                .stream())
                .toList();
    }

    /** The accuracy over all that has been scored; empty before anything has. */
    public static Optional<ForecastAccuracy> of(List<ForecastScore> scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble scaled = scores.stream()
                .flatMapToDouble(score -> score.scaledError().stream())
                .average();
        return Optional.of(new ForecastAccuracy(
                scores.size(),
                scores.stream()
                        .mapToDouble(score -> Math.abs(score.error()))
                        .average()
                        .orElseThrow(),
                scores.stream().mapToDouble(ForecastScore::error).average().orElseThrow(),
                scaled,
                share(scores.stream().filter(ForecastScore::within80).count(), scores.size()),
                share(scores.stream().filter(ForecastScore::within95).count(), scores.size())));
    }

    /** What a reader of the page is told: "24 forecasts so far missed by 1.8 points on average and were 0.3 points too high." */
    public String sentence(Measure measure) {
        if (forecasts == 1) {
            return "One forecast so far; it missed by %s.".formatted(amount(meanAbsoluteError, measure));
        }
        boolean leans = Math.abs(bias) >= measure.displayUnit() / 2;
        String missed = "%d forecasts so far missed by %s on average%s."
                .formatted(
                        forecasts,
                        amount(meanAbsoluteError, measure),
                        leans
                                ? " and were %s too %s"
                                        .formatted(amount(Math.abs(bias), measure), bias > 0 ? "high" : "low")
                                : "");
        return forecasts < FEWEST_FOR_SHARES
                ? missed
                : missed
                        + " The figure came inside the 80%% interval %s of the time and inside the 95%% interval %s."
                                .formatted(share(covered80), share(covered95));
    }

    private static String amount(double size, Measure measure) {
        BigDecimal exact = BigDecimal.valueOf(size);
        return measure.unit() == Unit.PERCENT
                ? exact.setScale(Math.max(1, measure.decimals()), RoundingMode.HALF_UP)
                                .toPlainString() + " points"
                : Printed.value(exact, measure);
    }

    private static String share(double share) {
        return Printed.share(BigDecimal.valueOf(100 * share));
    }

    private static ForecastScore score(ForecastMonth month, double actual, OptionalDouble naive) {
        double error = month.mean() - actual;
        return new ForecastScore(
                month.month(),
                month.horizon(),
                month.mean(),
                actual,
                error,
                naive.isPresent() ? OptionalDouble.of(Math.abs(error) / naive.getAsDouble()) : naive,
                month.low80() <= actual && actual <= month.high80(),
                month.low95() <= actual && actual <= month.high95());
    }

    /** Mean change from one month to the next, of months that both have a figure. */
    private static OptionalDouble naiveError(List<OptionalDouble> history) {
        OptionalDouble mean = IntStream.range(1, history.size())
                .filter(i -> history.get(i).isPresent() && history.get(i - 1).isPresent())
                .mapToDouble(i -> Math.abs(
                        history.get(i).getAsDouble() - history.get(i - 1).getAsDouble()))
                .average();
        return mean.isPresent() && mean.getAsDouble() > 0 ? mean : OptionalDouble.empty();
    }

    private static double share(long part, int whole) {
        return (double) part / whole;
    }
}
