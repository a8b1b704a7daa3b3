package org.monthend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.monthend.scorecard.ForecastRule;
import org.monthend.scorecard.SeriesKind;

/**
 * Ours, Theta, ETS and Naive 2 on the same competition series, by the same scores; and what a forecast costs.
 *
 * <p>Predictions of other methods that lie in the benchmark's folder as METHOD-LENGTH.csv (series_id, h, mean, lo80, hi80,
 * lo95, hi95) are scored beside them.
 */
final class ForecastBenchmark {

    private static final int HORIZON = 12;
    private static final int MONTHS = 60;
    private static final int SERIES = 5_000;

    private ForecastBenchmark() {}

    static void run(Path folder) throws IOException {
        Files.createDirectories(folder);
        System.out.println("| months | method | OWA | 80% covered | 95% covered | MSIS 80 | MSIS 95 |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String length : List.of("15", "24", "36", "60", "full")) {
            List<CompetitionSeries> all = CompetitionSeries.of(length);
            ForecastErrors naive = errors(all, series -> Rival.NAIVE_2.forecast(series.known(), HORIZON));
            tell(length, "ours", errors(all, series -> ours(series.known())), naive);
            tell(length, "Theta", errors(all, series -> Rival.THETA.forecast(series.known(), HORIZON)), naive);
            tell(length, "ETS", errors(all, series -> Rival.ETS.forecast(series.known(), HORIZON)), naive);
            for (Path others : others(folder, length)) {
                Map<String, List<Prediction>> predictions = read(others);
                String method = others.getFileName().toString().replaceFirst("-.*", "");
                tell(length, method, errors(all, series -> predictions.getOrDefault(series.id(), List.of())), naive);
            }
            tell(length, "Naive 2", naive, naive);
        }
        speed();
    }

    private static List<Prediction> ours(double[] series) {
        List<OptionalDouble> values =
                Arrays.stream(series).mapToObj(OptionalDouble::of).toList();
        return ForecastRule.outlook(values, SeriesKind.POSITIVE, 0, HORIZON).orElseThrow().months().stream()
                .map(month ->
                        new Prediction(month.mean(), month.low80(), month.high80(), month.low95(), month.high95()))
                .toList();
    }

    private static ForecastErrors errors(
            List<CompetitionSeries> all, Function<CompetitionSeries, List<Prediction>> method) {
        ForecastErrors errors = new ForecastErrors();
        for (CompetitionSeries series : all) {
            List<Prediction> forecast = method.apply(series);
            for (int h = 0; h < HORIZON; h++) {
                errors.add(forecast.get(h), series.came()[h], series.scale());
            }
        }
        return errors;
    }

    private static void tell(String length, String method, ForecastErrors errors, ForecastErrors naive) {
        System.out.printf(
                "| %s | %s | %.3f | %.3f | %.3f | %.2f | %.2f |%n",
                length,
                method,
                errors.relativeTo(naive),
                errors.covered80(),
                errors.covered95(),
                errors.score80(),
                errors.score95());
    }

    private static List<Path> others(Path folder, String length) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + length + ".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, List<Prediction>> read(Path file) throws IOException {
        Map<String, List<Prediction>> predictions = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            predictions
                    .computeIfAbsent(cells[0], id -> new ArrayList<>())
                    .add(new Prediction(
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6])));
        }
        return predictions;
    }

    private static void speed() {
        Random random = new Random(1);
        List<double[]> drawn = Stream.generate(() -> walk(random)).limit(SERIES).toList();
        for (int warm = 0; warm < 2; warm++) {
            drawn.forEach(ForecastBenchmark::ours);
        }
        long start = Cpu.ofThisThread();
        drawn.forEach(ForecastBenchmark::ours);
        System.out.printf(
                "A forecast of %d months of a series of %d: %.3f ms of CPU%n",
                HORIZON, MONTHS, (Cpu.ofThisThread() - start) / 1e6 / SERIES);
    }

    private static double[] walk(Random random) {
        double[] series = new double[MONTHS];
        double level = 200;
        for (int t = 0; t < MONTHS; t++) {
            level += random.nextGaussian();
            series[t] = Math.max(1, level + 10 * Math.sin(t * Math.PI / 6) + 5 * random.nextGaussian());
        }
        return series;
    }
}
