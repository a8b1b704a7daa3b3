package org.monthend.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.monthend.catalogue.Unit;

/** Three years of a hospital's A&E figures; without denominators where they are counts. */
record AttendanceSeries(String id, String kind, String start, double[] numerators, double[] denominators) {

    static List<AttendanceSeries> all() {
        Path file = Path.of(System.getProperty("shared"), "forecast", "nhs.csv");
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new AttendanceSeries(cells[0], cells[3], cells[4], numbers(cells[5]), numbers(cells[6])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figure of the months from one until before another. */
    double value(int from, int to, Unit unit) {
        double numerator = Arrays.stream(numerators, from, to).sum();
        return denominators.length == 0
                ? numerator
                : unit.multiplier().doubleValue()
                        * numerator
                        / Arrays.stream(denominators, from, to).sum();
    }

    private static double[] numbers(String joined) {
        return joined.isEmpty()
                ? new double[0]
                : Arrays.stream(joined.split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
