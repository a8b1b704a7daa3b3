package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;

class TrendRuleTest {

    /** A line of the reference cases: case_id,unit,values,z,D,arrow. */
    record ReferenceCase(String id, double unit, List<OptionalDouble> values, double z, double change, String arrow) {
        @Override
        public String toString() {
            return id + " " + arrow;
        }
    }

    static Stream<ReferenceCase> referenceCases() throws IOException {
        Path file = Path.of(System.getProperty("shared"), "forecast", "arrow_vectors.csv");
        return Files.readAllLines(file).stream().skip(1).map(line -> {
            String[] cells = line.split(",", -1);
            return new ReferenceCase(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    series(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    cells[5]);
        });
    }

    @ParameterizedTest
    @MethodSource("referenceCases")
    void agreesWithTheReference(ReferenceCase expected) {
        Trend trend = TrendRule.judge(expected.values(), expected.unit(), Polarity.HIGHER_IS_BETTER);

        assertThat(trend.direction()).isEqualTo(direction(expected.arrow()));
        assertThat(trend.z()).isCloseTo(expected.z(), within(0.001));
        assertThat(trend.change()).isCloseTo(expected.change(), within(0.001));
    }

    @Test
    void readsEveryReferenceCase() throws IOException {
        assertThat(referenceCases()).hasSize(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # values                            | why there is no arrow
            10;12;11;13;12;11;                  | no figure for the latest month
            10;12;11;13;12                      | fewer than 6 months
            10;12;11;13;12;11;12;;;12           | fewer than 2 of the last 3 months
            1;2;3;2;3;;;;4;;;4;;3;4             | fewer than 6 months
            10;;11;;12;;10;;11;;12;;13;;11;;12 | no two months in a row
            """)
    void saysWhyThereIsNoArrow(String values, String reason) {
        Trend trend = TrendRule.judge(series(values), 1, Polarity.HIGHER_IS_BETTER);

        assertThat(trend.direction()).isEqualTo(Direction.NONE);
        assertThat(trend.judgement()).isEqualTo(Judgement.NEUTRAL);
        assertThat(trend.reason()).isEqualTo(reason);
    }

    @Test
    void saysThatAnEmptySeriesHasNoLatestFigure() {
        assertThat(TrendRule.judge(List.of(), 1, Polarity.CONTEXT).reason())
                .isEqualTo("no figure for the latest month");
    }

    @Test
    void drawsNoArrowForMeasuresThatHaveNone() {
        Measure monthly = Measures.count("OPEN");

        assertThat(TrendRule.judge(STEP, monthly).direction()).isEqualTo(Direction.UP);
        assertThat(TrendRule.judge(STEP, Measures.with(monthly, Frequency.QUARTERLY))
                        .reason())
                .isEqualTo("quarterly figure");
        assertThat(TrendRule.judge(STEP, Measures.with(monthly, Aggregation.ROLLING_3M))
                        .reason())
                .isEqualTo("rolling three months");
        assertThat(TrendRule.judge(STEP, Measures.withoutTrend(monthly)).reason())
                .isEqualTo("the catalogue shows no trend for this measure");
    }

    @Test
    void judgesTheDirectionByPolarity() {
        Measure higher = Measures.with(Measures.count("OPEN"), Polarity.HIGHER_IS_BETTER);

        assertThat(TrendRule.judge(STEP, higher).judgement()).isEqualTo(Judgement.BETTER);
        assertThat(TrendRule.judge(STEP, Measures.with(higher, Polarity.LOWER_IS_BETTER))
                        .judgement())
                .isEqualTo(Judgement.WORSE);
        assertThat(TrendRule.judge(STEP, Measures.with(higher, Polarity.CONTEXT))
                        .judgement())
                .isEqualTo(Judgement.NEUTRAL);
    }

    @Test
    void marksAsSeasonallyAdjustedFromTwoYearsOn() {
        List<OptionalDouble> twoYears = series("9;8;9;10;9;8;9;10;9;8;9;10;9;8;9;10;9;8;9;10;9;8;9;10");

        assertThat(TrendRule.judge(twoYears, 1, Polarity.CONTEXT).seasonallyAdjusted())
                .isTrue();
        assertThat(TrendRule.judge(twoYears.subList(1, 24), 1, Polarity.CONTEXT).seasonallyAdjusted())
                .isFalse();
    }

    @Test
    void staysLevelWhenOnlyOneRecentMonthLeapt() {
        String before = "10;11;10;11;10;11;10;11;10;11;10;11;10;11;10;11;10;11;10;11;";

        Trend oneLeapt = TrendRule.judge(series(before + "10.8;;30"), 1, Polarity.CONTEXT);
        Trend twoLeapt = TrendRule.judge(series(before + "11.2;;30"), 1, Polarity.CONTEXT);

        assertThat(oneLeapt.z()).isGreaterThan(2.08);
        assertThat(oneLeapt.direction()).isEqualTo(Direction.LEVEL);
        assertThat(twoLeapt.direction()).isEqualTo(Direction.UP);
    }

    @Test
    void forgetsWhatLiesBeforeALongGap() {
        List<OptionalDouble> sinceGap = series("10;11;10;11;10;11;10;11;10");
        List<OptionalDouble> withOlder = series("90;95;90;95;90;95;;;;10;11;10;11;10;11;10;11;10");

        assertThat(TrendRule.judge(withOlder, 1, Polarity.CONTEXT))
                .isEqualTo(TrendRule.judge(sinceGap, 1, Polarity.CONTEXT));
    }

    private static final List<OptionalDouble> STEP = series("10;11;10;11;10;11;10;11;10;20;21;20");

    private static Direction direction(String arrow) {
        return switch (arrow) {
            case "UP" -> Direction.UP;
            case "DOWN" -> Direction.DOWN;
            case "FLAT" -> Direction.LEVEL;
            case "NONE" -> Direction.NONE;
            default -> throw new IllegalArgumentException(arrow);
        };
    }

    private static List<OptionalDouble> series(String values) {
        return Arrays.stream(values.split(";", -1))
                .map(value -> value.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)))
                .toList();
    }
}
