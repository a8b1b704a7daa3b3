package org.monthend.scorecard;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;

/**
 * Proposes the month from which the limits of a measure should start afresh, where its level has made a clear and lasting
 * step (algorithms.md, 4). It proposes only: the chart changes when a named person accepts.
 *
 * <p>The month is where two levels fit best by least squares, single figures being pulled in to four standard deviations
 * from their neighbours. It is proposed when the step is clear (1.5 standard deviations by means and by medians, 4.5 standard
 * errors), lasts (each of the latest eight figures is on the new side of the earlier median), is not the season's (the
 * months have moved against the same months of the year before), and is a step and no slope (two levels fit better than a
 * straight line).
 */
public final class RebaseRule {

    private static final int FEWEST_BEFORE = 12;
    private static final int FEWEST_AFTER = 8;
    private static final int SHORTEST_RUN = 8;
    private static final int YEAR = 12;

    /** In standard deviations. */
    private static final double PULLED_IN_TO = 4;

    /** On either side. */
    private static final int NEIGHBOURS = 2;

    private static final double SMALLEST_STEP = 1.5;

    /** In standard errors of the difference of two means; high, because the best of many months is looked at. */
    private static final double CLEAREST = 4.5;

    /** By how many squared standard deviations two levels have to fit better than a line. */
    private static final double BETTER_THAN_A_LINE = 3;

    private RebaseRule() {}

    /** Where a series steps. */
    record Step(
            int position, double before, double after, double sigma, int figuresBefore, int figuresAfter, int run) {}

    /**
     * The rebase that a measure seems to need, if any. Rolling windows and positions have no limits, and no rebase.
     *
     * @param values monthly unrounded figures in the measure's unit, oldest first and the reporting month last; one entry
     *     for each calendar month, empty where there is no figure
     * @param last the reporting month
     * @param rebases those that were accepted; what lies before the last of them is settled
     */
    public static Optional<RebaseProposal> propose(
            List<OptionalDouble> values, ReportingMonth last, Measure measure, Collection<ReportingMonth> rebases) {
        if (measure.aggregation() == Aggregation.ROLLING_3M || measure.aggregation() == Aggregation.RANK) {
            return Optional.empty();
        }
        ReportingMonth first = last.minusMonths(values.size() - 1);
        int settled = rebases.stream()
                .mapToInt(month -> month.index() - first.index())
                .filter(position -> position > 0 && position < values.size())
                .max()
                .orElse(0);
        return step(values.subList(settled, values.size())).map(step -> {
            ReportingMonth month = first.plusMonths(settled + step.position());
            return new RebaseProposal(
                    month,
                    step.before(),
                    step.after(),
                    step.sigma(),
                    step.figuresBefore(),
                    step.figuresAfter(),
                    step.run(),
                    sentence(step, month, measure.decimals()));
        });
    }

    /** The clearest step of a series, if it is clear enough to be proposed. */
    static Optional<Step> step(List<OptionalDouble> values) {
        int[] positions = IntStream.range(0, values.size())
                .filter(position -> Magnitudes.isSound(values.get(position)))
                .toArray();
        if (positions.length < FEWEST_BEFORE + FEWEST_AFTER) {
            return Optional.empty();
        }
        double[] figures = Arrays.stream(positions)
                .mapToDouble(position -> values.get(position).getAsDouble())
                .toArray();
        double ranges = new SegmentFigures(0, positions, figures)
                .segment(new ChartSettings(Set.of(), OptionalInt.empty(), Screening.UNLESS_NOTHING_IS_LEFT))
                .limits()
                .sigma();
        if (ranges == 0) {
            return Optional.empty();
        }
        double[] pulledIn = pulledIn(figures, PULLED_IN_TO * ranges);
        int split = bestSplit(pulledIn);
        double sigma = Math.max(ranges, deviation(pulledIn, split));
        double[] before = Arrays.copyOf(figures, split);
        double[] after = Arrays.copyOfRange(figures, split, figures.length);
        double up = Math.signum(Averages.mean(after) - Averages.mean(before));
        double middle = Averages.median(before);
        double step =
                Math.min(up * (Averages.mean(after) - Averages.mean(before)), up * (Averages.median(after) - middle));
        double standardError = sigma * Math.sqrt(1.0 / before.length + 1.0 / after.length);
        int run = run(after, middle, up);
        boolean clear = step >= SMALLEST_STEP * sigma && step >= CLEAREST * standardError;
        boolean proposed = clear
                && run >= SHORTEST_RUN
                && yearOnYear(values, positions[split], up) >= step / 2
                && gain(pulledIn, split) >= gainOfLine(pulledIn) + BETTER_THAN_A_LINE * sigma * sigma;
        return proposed
                ? Optional.of(new Step(
                        positions[split],
                        Averages.mean(before),
                        Averages.mean(after),
                        sigma,
                        before.length,
                        after.length,
                        run))
                : Optional.empty();
    }

    /** A step and a slope pass the median of five neighbours; one or two figures that stick out do not. */
    private static double[] pulledIn(double[] figures, double reach) {
        return IntStream.range(0, figures.length)
                .mapToDouble(i -> {
                    double middle = Averages.median(Arrays.copyOfRange(
                            figures, Math.max(0, i - NEIGHBOURS), Math.min(figures.length, i + NEIGHBOURS + 1)));
                    return Math.max(middle - reach, Math.min(middle + reach, figures[i]));
                })
                .toArray();
    }

    private static int bestSplit(double[] figures) {
        int best = FEWEST_BEFORE;
        for (int split = FEWEST_BEFORE; split <= figures.length - FEWEST_AFTER; split++) {
            if (gain(figures, split) > gain(figures, best)) {
                best = split;
            }
        }
        return best;
    }

    /** By how much two levels leave a smaller sum of squares than one. */
    private static double gain(double[] figures, int split) {
        double difference = mean(figures, 0, split) - mean(figures, split, figures.length);
        return difference * difference * split * (figures.length - split) / figures.length;
    }

    /** By how much a straight line does. */
    private static double gainOfLine(double[] figures) {
        double middle = (figures.length - 1) / 2.0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < figures.length; i++) {
            squares += (i - middle) * (i - middle);
            products += (i - middle) * figures[i];
        }
        return products * products / squares;
    }

    /** Standard deviation around the two levels. */
    private static double deviation(double[] figures, int split) {
        double before = mean(figures, 0, split);
        double after = mean(figures, split, figures.length);
        double squares = 0;
        for (int i = 0; i < figures.length; i++) {
            double error = figures[i] - (i < split ? before : after);
            squares += error * error;
        }
        return Math.sqrt(squares / (figures.length - 2));
    }

    private static int run(double[] after, double middle, double up) {
        int run = 0;
        while (run < after.length && up * (after[after.length - 1 - run] - middle) > 0) {
            run++;
        }
        return run;
    }

    /**
     * The median change of the first year after the step against the same months of the year before it, plus being the way
     * of the step; 0 when no month can be compared.
     */
    private static double yearOnYear(List<OptionalDouble> values, int start, double up) {
        double[] changes = IntStream.range(start, Math.min(start + YEAR, values.size()))
                .filter(position ->
                        Magnitudes.isSound(values.get(position)) && Magnitudes.isSound(values.get(position - YEAR)))
                .mapToDouble(position -> up
                        * (values.get(position).getAsDouble()
                                - values.get(position - YEAR).getAsDouble()))
                .toArray();
        return changes.length == 0 ? 0 : Averages.median(changes);
    }

    private static double mean(double[] figures, int from, int to) {
        return Arrays.stream(figures, from, to).average().orElseThrow();
    }

    private static String sentence(Step step, ReportingMonth month, int decimals) {
        String number = "%." + (decimals + 1) + "f";
        double change = Math.abs(step.after() - step.before());
        return String.format(
                Locale.UK,
                "From %s on the figures lie at another level: their mean was " + number + " (%d figures) and is "
                        + number
                        + " (%d figures), a change of %.1f times their usual variation, and the last %d all lie %s the"
                        + " earlier median. If something that lasts has changed, the limits should start afresh in that month.",
                month.label(),
                step.before(),
                step.figuresBefore(),
                step.after(),
                step.figuresAfter(),
                change / step.sigma(),
                step.run(),
                step.after() > step.before() ? "above" : "below");
    }
}
