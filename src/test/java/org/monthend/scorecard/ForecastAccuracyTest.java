package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the forecasts on real series: as accurate as promised, and with intervals that hold what they say. */
class ForecastAccuracyTest {

    private static final int HORIZON = 12;
    private static final int YEAR = 12;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # months | series | OWA at most
            15       | 1000   | 0.69
            24       | 1000   | 0.61
            36       | 989    | 0.69
            60       | 771    | 0.82
            full     | 1000   | 0.80
            """)
    void forecastsRealSeriesAsWellAsPromised(String length, int series, double worst) throws IOException {
        Map<String, double[]> actuals = ForecastPredictions.series("mc_actual");
        Map<String, Double> scales = scales();
        Errors ours = new Errors();
        Errors naive = new Errors();
        int within80 = 0;
        int within95 = 0;
        Map<String, double[]> known = ForecastPredictions.series("mc_train_" + length);
        for (Map.Entry<String, double[]> each : known.entrySet()) {
            double[] actual = actuals.getOrDefault(each.getKey(), new double[0]);
            double scale = scales.getOrDefault(each.getKey(), Double.NaN);
            List<ForecastRule.Span> forecast = ForecastPredictions.forecast(each.getValue(), HORIZON);
            double[] baseline = naive(each.getValue());
            for (int h = 0; h < HORIZON; h++) {
                ForecastRule.Span span = forecast.get(h);
                ours.add(actual[h], span.mean(), scale);
                naive.add(actual[h], baseline[h], scale);
                within80 += span.low80() <= actual[h] && actual[h] <= span.high80() ? 1 : 0;
                within95 += span.low95() <= actual[h] && actual[h] <= span.high95() ? 1 : 0;
            }
        }

        assertThat(known).hasSize(series);
        assertThat(ours.relativeTo(naive)).isLessThan(worst);
        assertThat((double) within80 / ours.count).isBetween(0.77, 0.83);
        assertThat((double) within95 / ours.count).isBetween(0.93, 0.97);
    }

    /** Sums of the two errors whose mean ratio is the OWA of the M4 competition. */
    private static final class Errors {
        private double symmetric;
        private double scaled;
        private int count;

        void add(double actual, double forecast, double scale) {
            double size = Math.abs(actual) + Math.abs(forecast);
            symmetric += size == 0 ? 0 : Math.abs(actual - forecast) / size;
            scaled += Math.abs(actual - forecast) / scale;
            count++;
        }

        double relativeTo(Errors other) {
            return (symmetric / other.symmetric + scaled / other.scaled) / 2;
        }
    }

    /** Naive 2: the last value, with multiplicative seasons where three years or more show that there are any. */
    private static double[] naive(double[] x) {
        int n = x.length;
        double[] seasons = isSeasonal(x) ? seasons(x) : ones();
        double[] forecast = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            forecast[h] = x[n - 1] / seasons[(n - 1) % YEAR] * seasons[(n + h) % YEAR];
        }
        return forecast;
    }

    private static boolean isSeasonal(double[] x) {
        double mean = Averages.mean(x);
        double[] correlation = new double[YEAR + 1];
        for (int lag = 0; lag <= YEAR; lag++) {
            for (int t = lag; t < x.length; t++) {
                correlation[lag] += (x[t] - mean) * (x[t - lag] - mean);
            }
        }
        if (x.length < 3 * YEAR || correlation[0] == 0) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < YEAR; lag++) {
            squares += Math.pow(correlation[lag] / correlation[0], 2);
        }
        return Math.abs(correlation[YEAR] / correlation[0]) > 1.645 / Math.sqrt(x.length) * Math.sqrt(1 + 2 * squares);
    }

    private static double[] seasons(double[] x) {
        double[] sums = new double[YEAR];
        int[] counts = new int[YEAR];
        for (int t = 6; t < x.length - 6; t++) {
            double trend = 0.5 * (x[t - 6] + x[t + 6]);
            for (int j = t - 5; j <= t + 5; j++) {
                trend += x[j];
            }
            sums[t % YEAR] += x[t] / (trend / YEAR);
            counts[t % YEAR]++;
        }
        double mean = 0;
        for (int m = 0; m < YEAR; m++) {
            sums[m] /= counts[m];
            mean += sums[m] / YEAR;
        }
        for (int m = 0; m < YEAR; m++) {
            sums[m] /= mean;
        }
        return sums;
    }

    private static double[] ones() {
        return new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    }

    private static Map<String, Double> scales() throws IOException {
        Map<String, Double> scales = new HashMap<>();
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("shared"), "forecast", "mc_scale.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            scales.put(cells[0], Double.parseDouble(cells[6]));
        }
        return scales;
    }
}
