package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Trend;
import org.monthend.scorecard.TrendRule;

/**
 * Looks for fifteen months of numerators and denominators behind a printed line: every quarter and the latest month
 * must round to what is printed and the trend must give the printed arrow, all with room to spare, and beyond that the
 * months should look as uneven as real ones do. Simulated annealing; the measure's code is the seed of its random
 * numbers, so the same line always gets the same months.
 */
final class MonthSearch {

    /** Clear of the critical 2.14 of fifteen months on either side. */
    static final double CLEARLY_MOVED = 2.4;

    static final double CLEARLY_LEVEL = 1.7;

    private static final int STEPS = 24_000;
    private static final int ATTEMPTS = 12;
    private static final double MUST = 60;

    private final Measure measure;
    private final List<Optional<PrintedFigure>> quarters;
    private final Optional<PrintedFigure> latest;
    private final Direction arrow;
    private final Texture texture;
    private final double multiplier;
    private final Random random;
    private final double[] path = new double[SampleMonths.COUNT];
    private final long[] numerators = new long[SampleMonths.COUNT];
    private final long[] denominators = new long[SampleMonths.COUNT];

    private MonthSearch(Measure measure, Seed.PrintedLine line, Texture texture) {
        this.measure = measure;
        this.quarters = line.quarters().stream().map(PrintedFigure::read).toList();
        this.latest = PrintedFigure.read(line.latest());
        this.arrow = List.of(Direction.UP, Direction.LEVEL, Direction.DOWN).stream()
                .filter(direction -> direction.arrow().equals(line.arrow()))
                .findFirst()
                .orElse(Direction.NONE);
        this.texture = texture;
        this.multiplier = measure.unit().multiplier().doubleValue();
        this.random = new Random(measure.code().hashCode());
    }

    /** The months, from October 2014. Throws IllegalStateException when the line cannot be met. */
    static Fractions find(Measure measure, Seed.PrintedLine line, Texture texture) {
        MonthSearch search = new MonthSearch(measure, line, texture);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            search.anneal();
            Fractions found = search.fractions();
            if (search.isMet(found)) {
                return found;
            }
        }
        throw new IllegalStateException("no months found behind the printed line of " + measure.code() + ": "
                + search.faults(search.fractions()));
    }

    private void anneal() {
        start();
        double cost = cost();
        for (int step = 0; step < STEPS; step++) {
            double heat = 3 * StrictMath.exp(-8.0 * step / STEPS);
            int month = random.nextInt(SampleMonths.COUNT);
            long numerator = numerators[month];
            long denominator = denominators[month];
            move(month);
            double moved = cost();
            if (moved <= cost || random.nextDouble() < StrictMath.exp((cost - moved) / heat)) {
                cost = moved;
            } else {
                numerators[month] = numerator;
                denominators[month] = denominator;
            }
        }
    }

    /** A noisy line through what is printed. */
    private void start() {
        int[] months =
                measure.aggregation().takesLastMonth() ? new int[] {2, 5, 8, 11, 14} : new int[] {1, 4, 7, 10, 14};
        double[] knots = new double[months.length];
        for (int knot = months.length - 1; knot >= 0; knot--) {
            Optional<PrintedFigure> printed = knot < SampleMonths.QUARTERS ? quarters.get(knot) : latest;
            double later = knot + 1 < months.length ? knots[knot + 1] : lastQuarter();
            knots[knot] = printed.map(figure -> figure.value().doubleValue()).orElse(later);
        }
        for (int month = 0; month < SampleMonths.COUNT; month++) {
            path[month] = between(months, knots, month) + texture.noise() * random.nextGaussian();
            double share = texture.spread().get(month) * Math.max(-1, Math.min(1, random.nextGaussian() / 2));
            denominators[month] = Math.max(
                    1, Math.round(texture.denominators().get(month) * (1 + share) / texture.denominatorStep()));
            numerators[month] = withinReason(month, numeratorOf(month, path[month]));
        }
    }

    private double lastQuarter() {
        return quarters.get(SampleMonths.QUARTERS - 1)
                .map(figure -> figure.value().doubleValue())
                .orElse(0.0);
    }

    private static double between(int[] months, double[] knots, int month) {
        for (int knot = 1; knot < months.length; knot++) {
            if (month <= months[knot]) {
                double share = Math.max(0, (double) (month - months[knot - 1]) / (months[knot] - months[knot - 1]));
                return knots[knot - 1] + share * (knots[knot] - knots[knot - 1]);
            }
        }
        return knots[knots.length - 1];
    }

    private void move(int month) {
        if (texture.spread().get(month) > 0 && random.nextInt(3) == 0) {
            double value = value(month);
            double usual = texture.denominators().get(month) / texture.denominatorStep();
            long reach = Math.max(1, Math.round(usual * texture.spread().get(month)));
            long low = Math.max(1, Math.round(usual) - reach);
            denominators[month] = low + random.nextInt(Math.toIntExact(2 * reach + 1));
            numerators[month] = withinReason(month, numeratorOf(month, value));
            return;
        }
        long reach = Math.max(1, numeratorOf(month, texture.noise()));
        long by = 1L + random.nextInt(Math.toIntExact(reach));
        numerators[month] = withinReason(month, numerators[month] + (random.nextBoolean() ? by : -by));
    }

    private long numeratorOf(int month, double value) {
        return Math.round(
                value * denominators[month] * texture.denominatorStep() / multiplier / texture.numeratorStep());
    }

    private long withinReason(int month, long numerator) {
        double most = measure.unit() == Unit.PERCENT
                ? denominators[month] * texture.denominatorStep() / texture.numeratorStep()
                : Double.MAX_VALUE;
        return Math.max(0, Math.min(numerator, (long) most));
    }

    private double value(int month) {
        return multiplier
                * (numerators[month] * texture.numeratorStep())
                / (denominators[month] * texture.denominatorStep());
    }

    private double quarter(int quarter) {
        int last = 3 * quarter + 2;
        return switch (measure.aggregation()) {
            case STOCK, STOCK_RATIO, ROLLING_3M, RANK -> value(last);
            case FLOW -> value(last) + value(last - 1) + value(last - 2);
            case FLOW_MEAN -> (value(last) + value(last - 1) + value(last - 2)) / 3;
            case RATIO ->
                multiplier
                        * sum(last, month -> numerators[month] * texture.numeratorStep())
                        / sum(last, month -> denominators[month] * texture.denominatorStep());
        };
    }

    private static double sum(int last, IntToDoubleFunction figure) {
        return figure.applyAsDouble(last - 2) + figure.applyAsDouble(last - 1) + figure.applyAsDouble(last);
    }

    private double cost() {
        double must = 0;
        for (int quarter = 0; quarter < SampleMonths.QUARTERS; quarter++) {
            must += missed(quarters.get(quarter), quarter(quarter));
        }
        must += missed(latest, value(SampleMonths.COUNT - 1));
        if (arrow != Direction.NONE) {
            must += trendFault();
        }
        double unlikely = 0;
        for (int month = 0; month < SampleMonths.COUNT; month++) {
            double off = (value(month) - path[month]) / texture.noise();
            unlikely += off * off / 4;
            if (month > 0) {
                double jump = Math.abs(value(month) - value(month - 1)) / texture.noise();
                unlikely += Math.max(0, jump - 2) * Math.max(0, jump - 2) / 3;
            }
        }
        return MUST * must + unlikely;
    }

    /** Four fifths of the way to where rounding would turn are near enough. */
    private static double missed(Optional<PrintedFigure> printed, double figure) {
        return printed.map(wanted -> Math.max(0, wanted.distance(figure) - 0.8)).orElse(0.0);
    }

    private double trendFault() {
        Trend trend = TrendRule.judge(values(), measure);
        if (arrow == Direction.LEVEL) {
            return Math.max(0, Math.abs(trend.z()) - CLEARLY_LEVEL + 0.1);
        }
        double sign = arrow == Direction.UP ? 1 : -1;
        return Math.max(0, CLEARLY_MOVED + 0.2 - sign * trend.z())
                + Math.max(0, 1.2 - sign * trend.change() / measure.displayUnit())
                + Math.max(0, 0.8 - beyond(trend));
    }

    /** By how many sigma the second of the three latest months lies beyond the mean of the nine before. */
    private double beyond(Trend trend) {
        double before =
                IntStream.range(3, 12).mapToDouble(this::value).average().orElseThrow();
        // change = z × sigma × √(1/3 + 1/9), so sigma follows from the two.
        double sigma = trend.z() == 0 ? 1 : 1.5 * trend.change() / trend.z();
        double sign = arrow == Direction.UP ? 1 : -1;
        double[] recent = IntStream.range(12, 15)
                .mapToDouble(month -> sign * (value(month) - before) / sigma)
                .sorted()
                .toArray();
        return recent[1];
    }

    private List<OptionalDouble> values() {
        return IntStream.range(0, SampleMonths.COUNT)
                .mapToObj(month -> OptionalDouble.of(value(month)))
                .toList();
    }

    private Fractions fractions() {
        return new Fractions(
                exact(numerators, texture.numeratorStep()), exact(denominators, texture.denominatorStep()));
    }

    private static List<BigDecimal> exact(long[] steps, double step) {
        return IntStream.range(0, steps.length)
                .mapToObj(month -> BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps[month])))
                .map(number ->
                        number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number.stripTrailingZeros())
                .toList();
    }

    private boolean isMet(Fractions found) {
        return faults(found).isEmpty();
    }

    private String faults(Fractions found) {
        StringBuilder faults = new StringBuilder();
        for (int quarter = 0; quarter < SampleMonths.QUARTERS; quarter++) {
            Fraction whole = found.quarter(quarter, measure.aggregation());
            if (isOther(quarters.get(quarter), whole)) {
                faults.append("quarter ")
                        .append(quarter + 1)
                        .append(" of 4 is ")
                        .append(quarter(quarter))
                        .append("; ");
            }
        }
        if (isOther(latest, found.month(SampleMonths.COUNT - 1))) {
            faults.append("the latest month is ")
                    .append(value(SampleMonths.COUNT - 1))
                    .append("; ");
        }
        if (arrow != Direction.NONE) {
            Trend trend = TrendRule.judge(values(), measure);
            boolean clear = arrow == Direction.LEVEL
                    ? Math.abs(trend.z()) <= CLEARLY_LEVEL
                    : Math.abs(trend.z()) >= CLEARLY_MOVED
                            && Math.abs(trend.change()) >= 1.1 * measure.displayUnit()
                            && beyond(trend) >= 0.6;
            if (trend.direction() != arrow || !clear) {
                faults.append("the trend is ").append(trend);
            }
        }
        return faults.toString();
    }

    private boolean isOther(Optional<PrintedFigure> printed, Fraction fraction) {
        return printed.isPresent()
                && !printed.get().isRounded(measure.unit().multiplier(), fraction.numerator(), fraction.denominator());
    }
}
