package org.monthend.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A series without gaps and its months ahead, on the scale that it is forecast on.
 *
 * @param z the series on that scale
 * @param factors its twelve seasonal factors; month i of the series has factor i mod 12
 * @param centre the forecasts, the next month first
 * @param error of one month, without the seasons
 * @param method the methods whose mean the forecasts are
 */
record Projection(
        Transform transform,
        double[] z,
        double[] factors,
        double[] centre,
        OneMonthError error,
        IntervalWidth width,
        String method) {

    /** Half of last year's pattern is expected to come again; so it does on average, on public and on other series. */
    private static final double PRIOR_SEASONALITY = 0.5;

    /** @param values three months or more, without gaps */
    static Projection of(double[] values, SeriesKind kind, int horizon) {
        Transform transform = Transform.of(kind, values);
        double[] z = Arrays.stream(values).map(transform::apply).toArray();
        double[] calm = Outliers.drawnIn(z, SeasonalFactors.of(z, PRIOR_SEASONALITY));
        SeasonalSeries series = new SeasonalSeries(calm, SeasonalFactors.of(calm, PRIOR_SEASONALITY));
        List<Method> methods = Method.forMonths(z.length);
        double[] centre = new double[horizon];
        for (Method method : methods) {
            double[] forecast = method.forecast(series, horizon);
            for (int h = 0; h < horizon; h++) {
                centre[h] += forecast[h] / methods.size();
            }
        }
        return new Projection(
                transform,
                z,
                series.factors(),
                centre,
                OneMonthError.of(new SeasonalSeries(z, series.factors()).adjusted()),
                IntervalWidth.forMonths(z.length),
                methods.stream().map(Method::word).collect(Collectors.joining(", ")));
    }

    /** How large the errors so many months ahead are. */
    ErrorScale errors(int horizon) {
        double size = error.size() * Math.sqrt(variance(horizon));
        return new ErrorScale(size * width.next80(), size * width.next95());
    }

    /** Variance of the error so many months ahead, over that of the next month. */
    double variance(int horizon) {
        return width.variance(horizon, error.speed());
    }
}
