package org.monthend.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;

/**
 * A locality of the trust, and its part of what the trust counts. The parts are whole numbers that add up to the trust's,
 * month by month, so that what is printed of the trust stays as it is.
 */
enum Locality {
    NORTH("North locality", 0.31),
    SOUTH("South locality", 0.24),
    EAST("East locality", 0.27),
    CENTRAL("Central locality", 0.18);

    /** Measures that the return gives by locality too, with what makes the localities differ. */
    private static final Map<String, Leaning> LEANINGS = Map.of(
            "REREFERRAL_PCT", new Leaning(List.of(0.98, 0.82, 0.95, 1.20), EAST, new ReportingMonth(2015, 5), 1.32),
            "CARE_LEAVER_EET_PCT",
                    new Leaning(List.of(1.06, 0.97, 1.00, 0.92), SOUTH, new ReportingMonth(2015, 6), 0.86));

    /** A month for which a locality gives no figure: there all other parts are as they are. */
    private static final String SILENT = "CENTRAL CARE_LEAVER_EET_PCT 2015-03";

    private final String title;
    private final double share;

    Locality(String title, double share) {
        this.title = title;
        this.share = share;
    }

    /**
     * @param factors how much more or less each locality counts above the line than its share
     * @param changing the locality that changes for good
     * @param since the first month in which it does
     * @param change by what factor
     */
    private record Leaning(List<Double> factors, Locality changing, ReportingMonth since, double change) {

        double of(Locality locality, ReportingMonth month) {
            boolean changed = locality == changing && !month.isBefore(since);
            return factors.get(locality.ordinal()) * (changed ? change : 1);
        }
    }

    String title() {
        return title;
    }

    static boolean report(String measure) {
        return LEANINGS.containsKey(measure);
    }

    /** What each locality states of a month, in their order. */
    static List<MonthStatement> statements(String measure, MonthStatement whole) {
        Leaning leaning = LEANINGS.get(measure);
        if (leaning == null) {
            return List.of();
        }
        ReportingMonth month = whole.month();
        Random random = new Random(31L * measure.hashCode() + month.index());
        List<Integer> below = parts(
                whole.denominator().orElseThrow().intValueExact(),
                places().map(place -> place.share * (1 + 0.03 * random.nextGaussian()))
                        .toList(),
                List.of());
        List<Integer> above = parts(
                whole.numerator().orElseThrow().intValueExact(),
                places().map(place -> below.get(place.ordinal())
                                * leaning.of(place, month)
                                * (1 + 0.025 * random.nextGaussian()))
                        .toList(),
                below);
        return places().map(place -> SILENT.equals(place.name() + " " + measure + " " + month)
                        ? MonthStatement.status(month, "-")
                        : MonthStatement.fraction(
                                month,
                                BigDecimal.valueOf(above.get(place.ordinal())),
                                BigDecimal.valueOf(below.get(place.ordinal()))))
                .toList();
    }

    private static Stream<Locality> places() {
        return Arrays.stream(values());
    }

    /**
     * Whole numbers in about the given proportions that add up to the whole: what rounding down leaves over goes to the
     * largest remainders.
     *
     * @param most what each can be at most; empty for no such bound
     */
    private static List<Integer> parts(int whole, List<Double> weights, List<Integer> most) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double[] exact =
                weights.stream().mapToDouble(weight -> whole * weight / sum).toArray();
        List<Integer> parts = new ArrayList<>(
                DoubleStream.of(exact).mapToObj(part -> (int) part).toList());
        List<Integer> order = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> Math.floor(exact[index]) - exact[index]))
                .toList();
        IntStream.range(0, parts.size())
                .filter(index -> !most.isEmpty())
                .forEach(index -> parts.set(index, Math.min(parts.get(index), most.get(index))));
        int left = whole - parts.stream().mapToInt(Integer::intValue).sum();
        for (int turn = 0; left > 0; turn++) {
            int index = order.get(turn % order.size());
            if (most.isEmpty() || parts.get(index) < most.get(index)) {
                parts.set(index, parts.get(index) + 1);
                left--;
            }
        }
        return parts;
    }
}
