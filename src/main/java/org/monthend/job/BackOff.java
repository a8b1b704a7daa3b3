package org.monthend.job;

import java.time.Duration;

/**
 * How long to wait before what failed is tried again: twice as long after every failure, and never longer than the cap.
 *
 * @param retries how often it is tried again before it counts as failed; not negative
 */
public record BackOff(Duration first, Duration cap, int retries) {

    public BackOff {
        if (retries < 0 || first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("no back-off: %s to %s, %d times".formatted(first, cap, retries));
        }
    }

    /** The wait after so many failures in a row, the first of which is 1. */
    Duration after(int failures) {
        Duration wait = first;
        for (int failure = 1; failure < failures && wait.compareTo(cap) < 0; failure++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(cap) < 0 ? wait : cap;
    }

    /** Whether it has now failed once more than it may be tried again. */
    boolean isExhaustedAfter(int failures) {
        return failures > retries;
    }
}
