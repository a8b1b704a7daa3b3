package org.monthend.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a chart: round numbers that hold all that is drawn, and no more.
 *
 * @param low at the foot
 * @param high at the top
 * @param step between two lines of the grid
 */
record Scale(double low, double high, double step) {

    private static final int FEWEST_STEPS = 3;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * The axis for figures from the lowest to the highest. It begins at 0 only where the figures come near; it never goes
     * beyond what a figure can be.
     *
     * @param displayUnit the smallest step that the page can show
     * @param floor what no figure is below; negative infinity without any
     * @param ceiling what no figure is above; infinity without any
     */
    static Scale of(double lowest, double highest, double displayUnit, double floor, double ceiling) {
        double span = Math.max(highest - lowest, 2 * displayUnit);
        double middle = (lowest + highest) / 2;
        double low = Math.max(floor, Math.min(lowest, middle - span / 2));
        double high = Math.min(ceiling, Math.max(highest, middle + span / 2));
        // A quarter of the range from the floor, the empty strip is cheaper than a foot that is not zero.
        if (low > floor && low - floor < span / 4) {
            low = floor;
        }
        double step = step((high - low) / FEWEST_STEPS, displayUnit);
        double foot = Math.max(floor, Math.floor(low / step + 1e-9) * step);
        double top = Math.min(ceiling, Math.ceil(high / step - 1e-9) * step);
        return new Scale(foot, top > foot ? top : foot + step, step);
    }

    /** The largest round number of units that is no larger; one unit where that is too large already. */
    private static double step(double most, double unit) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double step = unit;
        for (double round : ROUND) {
            double units = round * power / unit;
            boolean whole = Math.abs(units - Math.rint(units)) < 1e-6 && units > 0.5;
            if (whole && round * power <= most * (1 + 1e-9)) {
                step = round * power;
            }
        }
        return step;
    }

    /** Where the lines of the grid lie, from the foot up. */
    List<BigDecimal> lines() {
        List<BigDecimal> lines = new ArrayList<>();
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) + 0.5));
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long index = first; index * step <= high + 1e-9 * step; index++) {
            lines.add(BigDecimal.valueOf(index * step).setScale(decimals, RoundingMode.HALF_UP));
        }
        return lines;
    }

    /** How far up a value lies: 0 at the foot, 1 at the top, more or less beyond them. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }
}
