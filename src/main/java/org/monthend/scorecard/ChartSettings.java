package org.monthend.scorecard;

import java.util.OptionalInt;
import java.util.Set;

/**
 * How a control chart is drawn.
 *
 * @param starts positions in the series at which a new segment starts, from 0; months of accepted rebases
 * @param fixAfter how many figures of a segment its limits rest on, 12 or more; all of them when empty
 */
public record ChartSettings(Set<Integer> starts, OptionalInt fixAfter, Screening screening) {

    /** Fewer figures give no limits to rely on. */
    public static final int FEWEST_TO_FIX = 12;

    public ChartSettings {
        starts = Set.copyOf(starts);
        if (fixAfter.isPresent() && fixAfter.getAsInt() < FEWEST_TO_FIX) {
            throw new IllegalArgumentException(
                    "limits cannot be fixed after " + fixAfter.getAsInt() + " figures, only after 12 or more");
        }
    }

    /** Limits of all figures since the last rebase. */
    public static ChartSettings rebasedAt(Set<Integer> starts) {
        return new ChartSettings(starts, OptionalInt.empty(), Screening.UNLESS_NOTHING_IS_LEFT);
    }
}
