package org.monthend.job;

import java.time.Instant;
import java.util.Optional;

/**
 * One night in the book of nights: a time at which the month end was due, and what became of it.
 *
 * @param attempts how often it was begun
 * @param failures how many attempts failed since the schedule or a person last started it
 * @param nextAttempt when it is tried again; empty unless it waits
 * @param instance who made the last attempt
 * @param failure why the last attempt failed, in a sentence; empty when it did not
 */
public record Night(
        Instant scheduledAt,
        State state,
        int attempts,
        int failures,
        Optional<Instant> nextAttempt,
        String instance,
        String failure) {

    /** By whom and why the night's run of the month end was asked for, in the book of runs. */
    static final String REQUESTED_BY = "monthend serve";

    public static String reason(Instant scheduledAt) {
        return "night of " + scheduledAt;
    }

    /** What became of it so far. */
    public enum State {
        /** An instance works on it, or died over it: it lives as long as it has the turn. */
        RUNNING,
        /** It failed and will be tried again. */
        WAITING,
        SUCCEEDED,
        /** It failed and will not be tried again by itself. */
        FAILED,
        /** It was missed, and a later night made up for it. */
        COVERED
    }
}
