package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;

/**
 * Judges the six-month trend: the last three months against the nine before, and an arrow only where the change is
 * larger than the series' own month-to-month noise would give by chance (algorithms.md, 3).
 */
public final class TrendRule {

    private static final int LONGEST = 60;
    private static final int WINDOW = 24;
    private static final int YEAR = 12;
    private static final int RECENT = 3;
    private static final int FEWEST_RECENT = 2;
    private static final int FEWEST = 6;

    /** Mean moving range of normal noise in standard deviations (d2 for pairs). */
    private static final double RANGE_TO_SIGMA = 1.128;

    private static final double LARGEST_Z = 999;

    /** As a part of the largest figure. */
    private static final double SAME = 1e-12;

    /** Critical z by the number of figures in the window, from 6 to 24. */
    private static final List<Double> CRITICAL = List.of(
            2.42, 2.38, 2.31, 2.28, 2.25, 2.25, 2.21, 2.18, 2.18, 2.14, 2.14, 2.14, 2.11, 2.11, 2.11, 2.08, 2.08, 2.08,
            2.07);

    private TrendRule() {}

    /**
     * The trend of a measure.
     *
     * @param values monthly unrounded figures in the measure's unit, oldest first and the reporting month last; one
     *     entry for each calendar month, empty where there is no figure
     */
    public static Trend judge(List<OptionalDouble> values, Measure measure) {
        return reasonAgainst(measure)
                .map(reason -> none(reason, 0))
                .orElseGet(() -> judge(values, measure.displayUnit(), measure.polarity()));
    }

    /**
     * The trend of a series.
     *
     * @param values as above
     * @param displayUnit the smallest change that the page can show; a smaller one gets no up or down
     */
    public static Trend judge(List<OptionalDouble> values, double displayUnit, Polarity polarity) {
        if (values.isEmpty() || values.get(values.size() - 1).isEmpty()) {
            return none("no figure for the latest month", 0);
        }
        if (!Magnitudes.areSound(last(values, LONGEST))) {
            return none("a figure too large to reckon with", 0);
        }
        List<OptionalDouble> known = Gaps.sinceLongGap(last(values, LONGEST));
        boolean adjusted = known.size() >= WINDOW;
        List<OptionalDouble> window = last(adjusted ? seasonallyAdjusted(known) : known, WINDOW);
        List<Double> recent = present(last(window, RECENT));
        List<Double> previous = present(beforeRecent(window));
        int used = present(window).size();
        List<Double> ranges = movingRanges(window);
        Optional<String> tooLittle = tooLittle(used, recent.size(), ranges.size());
        if (tooLittle.isPresent()) {
            return none(tooLittle.get(), used);
        }

        double before = mean(previous);
        double sigma = mean(ranges) / RANGE_TO_SIGMA;
        List<Double> clipped = recent.stream()
                .map(value -> Math.max(before - 3 * sigma, Math.min(before + 3 * sigma, value)))
                .toList();
        double change = beyondRounding(mean(clipped) - before, window);
        double z = z(change, sigma * Math.sqrt(1.0 / recent.size() + 1.0 / previous.size()));
        long beyond = recent.stream()
                .filter(value -> Math.signum(change) * (value - before) > 0.5 * sigma)
                .count();
        boolean moved = rounded(Math.abs(z), 4) >= CRITICAL.get(used - FEWEST)
                && rounded(Math.abs(change), 9) >= displayUnit
                && beyond >= 2;
        Direction direction = !moved ? Direction.LEVEL : change > 0 ? Direction.UP : Direction.DOWN;
        return new Trend(direction, Judgement.of(direction, polarity), z, change, used, adjusted, "");
    }

    private static Optional<String> reasonAgainst(Measure measure) {
        if (measure.frequency() == Frequency.QUARTERLY) {
            return Optional.of("quarterly figure");
        }
        if (measure.aggregation() == Aggregation.ROLLING_3M) {
            return Optional.of("rolling three months");
        }
        return measure.showsTrend() ? Optional.empty() : Optional.of("the catalogue shows no trend for this measure");
    }

    /** The nine months before always hold three figures or more then, as no gap is longer than two months. */
    private static Optional<String> tooLittle(int used, int recent, int pairs) {
        if (used < FEWEST) {
            return Optional.of("fewer than 6 months");
        }
        if (recent < FEWEST_RECENT) {
            return Optional.of("fewer than 2 of the last 3 months");
        }
        return pairs == 0 ? Optional.of("no two months in a row") : Optional.empty();
    }

    private static Trend none(String reason, int used) {
        return new Trend(Direction.NONE, Judgement.NEUTRAL, 0, 0, used, false, reason);
    }

    private static List<OptionalDouble> seasonallyAdjusted(List<OptionalDouble> values) {
        double[] factors = SeasonalFactors.ofTwoYears(Gaps.filled(values));
        List<OptionalDouble> adjusted = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            OptionalDouble value = values.get(i);
            adjusted.add(value.isPresent() ? OptionalDouble.of(value.getAsDouble() - factors[i % YEAR]) : value);
        }
        return adjusted;
    }

    private static List<Double> movingRanges(List<OptionalDouble> window) {
        return IntStream.range(1, window.size())
                .filter(i -> window.get(i - 1).isPresent() && window.get(i).isPresent())
                .mapToObj(i ->
                        Math.abs(window.get(i).getAsDouble() - window.get(i - 1).getAsDouble()))
                .toList();
    }

    /** 0 for a change that adding up the figures may have made: 18 × 0.88 / 18 is not 0.88. */
    private static double beyondRounding(double change, List<OptionalDouble> window) {
        double largest = window.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        return Math.abs(change) <= SAME * largest ? 0 : change;
    }

    private static double z(double change, double standardError) {
        if (change == 0) {
            return 0;
        }
        if (standardError < 1e-12) {
            return Math.copySign(LARGEST_Z, change);
        }
        return Math.max(-LARGEST_Z, Math.min(LARGEST_Z, change / standardError));
    }

    private static List<OptionalDouble> beforeRecent(List<OptionalDouble> window) {
        List<OptionalDouble> year = last(window, YEAR);
        return year.subList(0, Math.max(0, year.size() - RECENT));
    }

    private static List<OptionalDouble> last(List<OptionalDouble> values, int count) {
        return values.subList(Math.max(0, values.size() - count), values.size());
    }

    private static List<Double> present(List<OptionalDouble> values) {
        return values.stream()
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    private static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
