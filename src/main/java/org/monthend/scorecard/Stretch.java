package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The latest stretch of a series, which its forecast is fitted to: after the last gap of more than two months, shorter gaps
 * filled on a straight line.
 *
 * @param values one for each month of the stretch
 * @param figures how many of them were not filled in
 * @param silent how many months without a figure follow it
 */
record Stretch(double[] values, int figures, int silent) {

    private static final int FEWEST = 3;
    private static final int LONGEST_SILENCE = 2;

    /** None with fewer than three figures, and when the last three months are silent. */
    static Optional<Stretch> latest(List<OptionalDouble> months) {
        int silent = 0;
        while (silent < months.size() && months.get(months.size() - 1 - silent).isEmpty()) {
            silent++;
        }
        List<OptionalDouble> known = Gaps.sinceLongGap(months.subList(0, months.size() - silent));
        int figures = (int) known.stream().filter(OptionalDouble::isPresent).count();
        return silent > LONGEST_SILENCE || figures < FEWEST
                ? Optional.empty()
                : Optional.of(new Stretch(Gaps.filled(known), figures, silent));
    }
}
