package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.Polarity;

/** Every case of the reference package, point for point, with the two written departures and how often they matter. */
class VariationOracleTest {

    private static final Map<String, List<Row>> INPUT = byCase("spc_input.csv");
    private static final Map<String, List<Row>> POINTS = byCase("spc_expected_points.csv");
    private static final Map<String, List<Row>> SUMMARIES = byCase("spc_expected_summary.csv");

    @Test
    void everyPointIsAsExpected() {
        int compared = 0;
        int constant = 0;
        for (Map.Entry<String, List<Row>> each : INPUT.entrySet()) {
            ControlChart chart = chart(each.getValue());
            List<Row> expected = rows(POINTS, each.getKey());
            assertThat(chart.points()).as(each.getKey()).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                constant +=
                        compare(each.getKey() + " " + i, chart, chart.points().get(i), expected.get(i));
                compared++;
            }
        }
        assertThat(INPUT).hasSize(334);
        assertThat(compared).isEqualTo(8311);
        assertThat(constant).as("points without a moving range above zero").isEqualTo(289);
    }

    /** Compares one point and says 1 if it falls under a departure: the package has no limits, ours are the mean. */
    private static int compare(String where, ControlChart chart, ControlPoint point, Row expected) {
        ControlSegment segment = chart.segments().get(point.segment());
        assertThat(point.segment() + "").as(where).isEqualTo(expected.cell("rebase_group"));
        assertThat(segment.limits().mean()).as(where).satisfies(isWritten(expected.cell("mean")));
        assertThat(point.side() + "").as(where).isEqualTo(expected.cell("relative_to_mean"));
        assertThat(point.cause().word()).as(where).isEqualTo(expected.cell("special_cause_type"));
        assertThat(point.variation().word()).as(where).isEqualTo(expected.cell("point_type"));
        assertThat(segment.figures() <= 12).as(where).isEqualTo(truth(expected.cell("short_group")));
        if (expected.cell("close_to_limits").equals("NA")) {
            assertThat(segment.limits().lower())
                    .as(where)
                    .isEqualTo(segment.limits().mean());
            assertThat(segment.limits().upper())
                    .as(where)
                    .isEqualTo(segment.limits().mean());
            assertThat(point.nearLimit() || point.outside()).as(where).isFalse();
            return 1;
        }
        assertThat(segment.limits().lower()).as(where).satisfies(isWritten(expected.cell("lpl")));
        assertThat(segment.limits().upper()).as(where).satisfies(isWritten(expected.cell("upl")));
        assertThat(point.nearLimit()).as(where).isEqualTo(truth(expected.cell("close_to_limits")));
        assertThat(point.outside()).as(where).isEqualTo(truth(expected.cell("outside_limits")));
        return 0;
    }

    @Test
    void everySummaryIsAsExpected() {
        List<String> departures = new ArrayList<>();
        for (Map.Entry<String, List<Row>> each : INPUT.entrySet()) {
            ControlChart chart = chart(each.getValue());
            Row expected = rows(SUMMARIES, each.getKey()).get(0);
            assertThat(chart.variation().orElseThrow().word()).as(each.getKey()).isEqualTo(expected.cell("variation"));
            if (!chart.assurance().word().equals(expected.cell("assurance"))) {
                departures.add(each.getKey() + ": " + chart.assurance().word());
            }
        }
        assertThat(SUMMARIES).hasSize(334);
        assertThat(departures)
                .as("constant series, which the package has limits for only without screening")
                .containsExactly(
                        "edge_constant_100: consistent_pass",
                        "ae_G82071_tother_perf95: consistent_pass",
                        "ae_Y02961_tother_perf95: consistent_pass");
    }

    private static ControlChart chart(List<Row> rows) {
        Row first = rows.get(0);
        Set<Integer> starts = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).cell("period").equals(rows.get(i).cell("rebase")))
                .boxed()
                .collect(Collectors.toSet());
        String fix = first.cell("fix_after_n");
        return VariationRule.judge(
                rows.stream()
                        .map(row -> OptionalDouble.of(number(row.cell("value"))))
                        .toList(),
                new ChartSettings(
                        starts,
                        fix.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fix)),
                        truth(first.cell("screen_outliers")) ? Screening.ON : Screening.OFF),
                polarity(first.cell("direction")),
                aim(first.cell("target"), polarity(first.cell("direction"))));
    }

    private static Optional<Aim> aim(String target, Polarity polarity) {
        if (target.isEmpty() || polarity == Polarity.CONTEXT) {
            return Optional.empty();
        }
        return Optional.of(
                polarity == Polarity.HIGHER_IS_BETTER ? Aim.atLeast(number(target)) : Aim.atMost(number(target)));
    }

    private static Polarity polarity(String direction) {
        return switch (direction) {
            case "increase" -> Polarity.HIGHER_IS_BETTER;
            case "decrease" -> Polarity.LOWER_IS_BETTER;
            case "neutral" -> Polarity.CONTEXT;
            default -> throw new IllegalArgumentException(direction);
        };
    }

    /** The reference is written with twelve digits; where it says 0, that is what is left of larger numbers. */
    private static Consumer<Double> isWritten(String expected) {
        double number = number(expected);
        return actual -> assertThat(actual).isCloseTo(number, within(Math.max(1e-11 * Math.abs(number), 1e-13)));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** A line of a file by the names of its columns. */
    record Row(List<String> names, List<String> cells) {
        String cell(String name) {
            return cells.get(names.indexOf(name));
        }
    }

    private static List<Row> rows(Map<String, List<Row>> cases, String name) {
        return Optional.ofNullable(cases.get(name)).orElseThrow();
    }

    private static Map<String, List<Row>> byCase(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(System.getProperty("shared"), "oracle", file));
            List<String> names = Arrays.asList(lines.get(0).split(","));
            Map<String, List<Row>> cases = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = Arrays.asList(line.split(",", -1));
                cases.computeIfAbsent(cells.get(0), name -> new ArrayList<>()).add(new Row(names, cells));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
