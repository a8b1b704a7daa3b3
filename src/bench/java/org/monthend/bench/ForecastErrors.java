package org.monthend.bench;

/** Sums of the errors of a method's forecasts, as the M4 competition scores them. */
final class ForecastErrors {

    private double symmetric;
    private double scaled;
    private int within80;
    private int within95;
    private double interval80;
    private double interval95;
    private int count;

    void add(Prediction forecast, double actual, double scale) {
        double size = Math.abs(actual) + Math.abs(forecast.mean());
        symmetric += size == 0 ? 0 : 200 * Math.abs(actual - forecast.mean()) / size;
        scaled += Math.abs(actual - forecast.mean()) / scale;
        within80 += forecast.low80() <= actual && actual <= forecast.high80() ? 1 : 0;
        within95 += forecast.low95() <= actual && actual <= forecast.high95() ? 1 : 0;
        interval80 += interval(forecast.low80(), forecast.high80(), actual, 0.2) / scale;
        interval95 += interval(forecast.low95(), forecast.high95(), actual, 0.05) / scale;
        count++;
    }

    /** Mean of the two ratios to another method: the overall weighted average (OWA) when that is Naive 2. */
    double relativeTo(ForecastErrors other) {
        return (symmetric / other.symmetric + scaled / other.scaled) / 2;
    }

    double covered80() {
        return (double) within80 / count;
    }

    double covered95() {
        return (double) within95 / count;
    }

    /** Mean scaled interval score at 80%. */
    double score80() {
        return interval80 / count;
    }

    /** Mean scaled interval score at 95%. */
    double score95() {
        return interval95 / count;
    }

    private static double interval(double low, double high, double actual, double outside) {
        return high - low + 2 / outside * (Math.max(0, low - actual) + Math.max(0, actual - high));
    }
}
