package org.monthend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A monthly series of the M1, M3 or tourism forecasting competition.
 *
 * @param known the months that a forecast may use, oldest first
 * @param came the eighteen months after them
 * @param scale mean change from one year to the next over the whole history, which errors are divided by
 */
record CompetitionSeries(String id, double[] known, double[] came, double scale) {

    /** The last so many months of each series that has them ("15" to "60"), or all ("full"). */
    static List<CompetitionSeries> of(String length) throws IOException {
        Map<String, double[]> came = new HashMap<>();
        for (String[] cells : rows("mc_actual.csv")) {
            came.put(cells[0], numbers(cells[1]));
        }
        Map<String, Double> scales = new HashMap<>();
        for (String[] cells : rows("mc_scale.csv")) {
            scales.put(cells[0], Double.parseDouble(cells[6]));
        }
        List<CompetitionSeries> all = new ArrayList<>();
        for (String[] cells : rows("mc_train_" + length + ".csv")) {
            double[] next = came.getOrDefault(cells[0], new double[0]);
            all.add(new CompetitionSeries(
                    cells[0], numbers(cells[1]), next, scales.getOrDefault(cells[0], Double.NaN)));
        }
        return all;
    }

    private static List<String[]> rows(String file) throws IOException {
        Path data = Path.of(System.getProperty("shared", "../shared"), "forecast", file);
        return Files.readAllLines(data).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static double[] numbers(String joined) {
        return Arrays.stream(joined.split(";")).mapToDouble(Double::parseDouble).toArray();
    }
}
