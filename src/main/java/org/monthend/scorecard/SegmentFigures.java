package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.ProcessLimits;

/**
 * The figures of one segment of a control chart, and the rules that look at several of them.
 *
 * @param start the segment's place in the series, from 0; its first figure may come later
 * @param positions their places in the series, ascending
 */
record SegmentFigures(int start, int[] positions, double[] values) {

    private static final int RUN = 7;
    private static final int THREE = 3;
    private static final int TWO = 2;

    /** A figure is on the mean when it differs by no more than adding up the figures may: 18 × 0.88 / 18 is not 0.88. */
    private static final double SAME = 1e-12;

    ControlSegment segment(ChartSettings settings) {
        int baseline = Math.min(settings.fixAfter().orElse(values.length), values.length);
        double[] figures = Arrays.copyOf(values, baseline);
        double[] ranges = IntStream.range(1, baseline)
                .filter(this::followsOn)
                .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .toArray();
        ProcessLimits limits = ProcessLimits.of(figures, ranges, settings.screening() != Screening.OFF);
        boolean lost = limits.areScreenedAway() && settings.screening() == Screening.UNLESS_NOTHING_IS_LEFT;
        return new ControlSegment(start, values.length, lost ? ProcessLimits.of(figures, ranges, false) : limits);
    }

    List<ControlPoint> points(ProcessLimits limits, int segment, Polarity polarity) {
        int[] sides = sides(limits);
        boolean[] outside = new boolean[values.length];
        boolean[] near = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            // Without a range there are no limits to lie beyond.
            boolean judged = limits.ranges() > 0 && sides[i] != 0;
            outside[i] = judged && (values[i] < limits.lower() || values[i] > limits.upper());
            near[i] = judged && !outside[i] && (values[i] < limits.nearLower() || values[i] > limits.nearUpper());
        }
        boolean[] trend = trends();
        boolean[] twoInThree = twosInThree(sides, near);
        boolean[] shift = shifts(sides);
        List<ControlPoint> points = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            boolean above = sides[i] > 0;
            SpecialCause cause = SpecialCause.COMMON;
            if (outside[i]) {
                cause = above ? SpecialCause.ABOVE_UPPER_LIMIT : SpecialCause.BELOW_LOWER_LIMIT;
            } else if (trend[i]) {
                cause = rises(i, trend) ? SpecialCause.RISING : SpecialCause.FALLING;
            } else if (twoInThree[i]) {
                cause = above ? SpecialCause.TWO_IN_THREE_ABOVE : SpecialCause.TWO_IN_THREE_BELOW;
            } else if (shift[i]) {
                cause = above ? SpecialCause.SHIFT_ABOVE : SpecialCause.SHIFT_BELOW;
            }
            points.add(new ControlPoint(
                    positions[i],
                    values[i],
                    segment,
                    sides[i],
                    near[i],
                    outside[i],
                    cause,
                    Variation.of(cause, polarity)));
        }
        return points;
    }

    private boolean followsOn(int i) {
        return Gaps.bridges(positions[i] - positions[i - 1]);
    }

    private int[] sides(ProcessLimits limits) {
        double largest = 0;
        for (int i = 0; i < limits.figures(); i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        double same = SAME * largest;
        return Arrays.stream(values)
                .mapToInt(
                        value -> Math.abs(value - limits.mean()) <= same ? 0 : (int) Math.signum(value - limits.mean()))
                .toArray();
    }

    /** Six steps in one direction, no two figures equal, mark the seven figures that they join. */
    private boolean[] trends() {
        boolean[] marked = new boolean[values.length];
        int steps = 0;
        int direction = 0;
        for (int i = 1; i < values.length; i++) {
            int step = followsOn(i) ? Double.compare(values[i] - values[i - 1], 0) : 0;
            steps = step == 0 ? 0 : step == direction ? steps + 1 : 1;
            direction = step;
            if (steps >= RUN - 1) {
                Arrays.fill(marked, i - RUN + 1, i + 1, true);
            }
        }
        return marked;
    }

    /** By the step to the next figure if that is in a trend too, else by the step before. */
    private boolean rises(int i, boolean[] trend) {
        boolean looksAhead = i + 1 < values.length && trend[i + 1] && followsOn(i + 1);
        return looksAhead ? values[i + 1] > values[i] : values[i] > values[i - 1];
    }

    /** Three on one side, two or more of them near the limit; the near ones are marked. */
    private boolean[] twosInThree(int[] sides, boolean[] near) {
        boolean[] marked = new boolean[values.length];
        for (int i = THREE - 1; i < values.length; i++) {
            int first = i - THREE + 1;
            if (isOneSided(sides, first, i)
                    && IntStream.rangeClosed(first, i).filter(j -> near[j]).count() >= TWO) {
                for (int j = first; j <= i; j++) {
                    marked[j] |= near[j];
                }
            }
        }
        return marked;
    }

    /** Seven on one side; a figure on the mean breaks the run. */
    private boolean[] shifts(int[] sides) {
        boolean[] marked = new boolean[values.length];
        for (int i = RUN - 1; i < values.length; i++) {
            if (isOneSided(sides, i - RUN + 1, i)) {
                Arrays.fill(marked, i - RUN + 1, i + 1, true);
            }
        }
        return marked;
    }

    private boolean isOneSided(int[] sides, int first, int last) {
        return sides[first] != 0
                && IntStream.rangeClosed(first + 1, last).allMatch(i -> sides[i] == sides[first] && followsOn(i));
    }
}
