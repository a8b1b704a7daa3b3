package org.monthend.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.monthend.load.SubmissionResult;
import org.monthend.validate.Verdict;

/**
 * How an attempt at a night ended.
 *
 * @param night when it was due
 * @param name the night as people call it
 * @param attempt number of the attempt, the first being 1; 0 when none could begin
 * @param took from the attempt's beginning to its end
 * @param covered the missed nights that it makes up for
 * @param results what became of the files that it judged; empty when it failed before all were judged
 * @param violations what the integrity checks found
 * @param trouble what kind of failure it was, if it was one
 * @param failure why it failed, in a sentence; empty when it did not
 * @param nextAttempt when it is tried again; empty when it is not
 * @param isToBeTold whether people are to hear of it now, beyond the log
 */
public record NightEnd(
        Instant night,
        String name,
        Outcome outcome,
        int attempt,
        Duration took,
        List<Instant> covered,
        List<SubmissionResult> results,
        List<IntegrityChecks.Violation> violations,
        Trouble trouble,
        String failure,
        Optional<Instant> nextAttempt,
        boolean isToBeTold)
        implements NightEvent {

    /** The kinds of end of an attempt. */
    public enum Outcome {
        SUCCEEDED,
        /** It will be tried again. */
        WAITING,
        /** It will not be tried again by itself. */
        FAILED,
        /** The process was told to stop; whoever runs next takes it up. */
        STOPPED
    }

    /** The returns that were refused in it. */
    public List<SubmissionResult> refused() {
        return results.stream()
                .filter(result -> result.judgement().verdict() == Verdict.REFUSED)
                .toList();
    }

    public long loaded() {
        return results.stream()
                .filter(result -> result.judgement().verdict().isLoaded())
                .count();
    }

    public long rowsRejected() {
        return results.stream()
                .mapToLong(result -> result.judgement().rowsRejected())
                .sum();
    }
}
