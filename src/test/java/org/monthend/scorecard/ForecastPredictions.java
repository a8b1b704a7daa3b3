package org.monthend.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts of the competition series that the method is measured on. Its main program writes them for the scoring script:
 * {@code java -Dshared=... -cp target/classes:target/test-classes org.monthend.scorecard.ForecastPredictions target 24 full}
 * writes target/forecast-24.csv and target/forecast-full.csv.
 */
final class ForecastPredictions {

    private static final int HORIZON = 18;

    private ForecastPredictions() {}

    public static void main(String[] arguments) throws IOException {
        for (String length : Arrays.asList(arguments).subList(1, arguments.length)) {
            StringBuilder csv = new StringBuilder("series_id,h,mean,lo80,hi80,lo95,hi95\n");
            series("mc_train_" + length).forEach((id, values) -> {
                List<ForecastRule.Span> months = forecast(values, HORIZON);
                for (int h = 1; h <= HORIZON; h++) {
                    ForecastRule.Span span = months.get(h - 1);
                    csv.append(id).append(',').append(h);
                    for (double bound :
                            new double[] {span.mean(), span.low80(), span.high80(), span.low95(), span.high95()}) {
                        csv.append(',').append(bound);
                    }
                    csv.append('\n');
                }
            });
            Files.writeString(Path.of(arguments[0], "forecast-" + length + ".csv"), csv);
        }
    }

    /** The series have no calendar and no display unit that could be trusted. */
    static List<ForecastRule.Span> forecast(double[] values, int horizon) {
        return ForecastRule.outlook(values, SeriesKind.POSITIVE, 0, horizon).months();
    }

    /** The series of one of the files, by their id. */
    static Map<String, double[]> series(String file) {
        try {
            Map<String, double[]> series = new LinkedHashMap<>();
            List<String> lines = Files.readAllLines(Path.of(System.getProperty("shared"), "forecast", file + ".csv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                series.put(
                        cells[0],
                        Arrays.stream(cells[1].split(";"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
            return series;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
