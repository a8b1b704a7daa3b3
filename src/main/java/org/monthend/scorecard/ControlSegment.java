package org.monthend.scorecard;

import org.monthend.catalogue.ProcessLimits;

/**
 * The part of a control chart between two rebases. Ranges and runs never cross its ends.
 *
 * @param start position in the series from which it holds, from 0; its first figure may come later
 * @param figures how many it has; its limits may rest on the first of them alone
 */
public record ControlSegment(int start, int figures, ProcessLimits limits) {

    private static final int FEWEST_FIRM = 12;

    /** Whether the limits are for trial only: they rest on fewer than 12 figures. */
    public boolean isTrial() {
        return limits.figures() < FEWEST_FIRM;
    }
}
