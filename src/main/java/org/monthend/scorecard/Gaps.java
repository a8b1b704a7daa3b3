package org.monthend.scorecard;

import java.util.List;
import java.util.OptionalDouble;

/** Months without a figure inside a series, one entry per calendar month. */
final class Gaps {

    /** A longer silence than this starts a series afresh. */
    private static final int LONGEST_BRIDGED = 2;

    private Gaps() {}

    /** Whether two figures so many months apart follow one another still. */
    static boolean bridges(int monthsApart) {
        return monthsApart - 1 <= LONGEST_BRIDGED;
    }

    /** The series after its last gap of more than two months, from its first figure on; empty without any figure. */
    static List<OptionalDouble> sinceLongGap(List<OptionalDouble> values) {
        int gap = 0;
        int start = 0;
        for (int i = values.size() - 1; i >= 0; i--) {
            gap = values.get(i).isPresent() ? 0 : gap + 1;
            if (gap > LONGEST_BRIDGED) {
                start = i + gap;
                break;
            }
        }
        while (start < values.size() && values.get(start).isEmpty()) {
            start++;
        }
        return values.subList(start, values.size());
    }

    /** Fills each gap on a straight line between its neighbours. The first and the last month must have a figure. */
    static double[] filled(List<OptionalDouble> values) {
        double[] filled = new double[values.size()];
        int known = 0;
        for (int i = 0; i < filled.length; i++) {
            if (values.get(i).isEmpty()) {
                continue;
            }
            filled[i] = values.get(i).getAsDouble();
            for (int j = known + 1; j < i; j++) {
                filled[j] = filled[known] + (filled[i] - filled[known]) * (j - known) / (i - known);
            }
            known = i;
        }
        return filled;
    }
}
