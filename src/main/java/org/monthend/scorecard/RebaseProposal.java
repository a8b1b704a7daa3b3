package org.monthend.scorecard;

import org.monthend.calendar.ReportingMonth;

/**
 * A step in a measure that looks as if it would last, with the evidence for it. A named person accepts it or not; nothing
 * follows from it by itself.
 *
 * @param month the first month of the new level
 * @param meanBefore mean since the last rebase and before that month, in the measure's unit
 * @param meanAfter mean from that month on
 * @param sigma standard deviation of the figures around the two levels, or from month to month where that is larger
 * @param figuresBefore how many figures the first mean is of
 * @param figuresAfter how many the second one is of
 * @param run how many of the latest figures lie on the new side of the earlier median, without an exception
 * @param sentence all this in words
 */
public record RebaseProposal(
        ReportingMonth month,
        double meanBefore,
        double meanAfter,
        double sigma,
        int figuresBefore,
        int figuresAfter,
        int run,
        String sentence) {

    /** The step in standard deviations; minus for a step down. */
    public double sigmas() {
        return (meanAfter - meanBefore) / sigma;
    }
}
