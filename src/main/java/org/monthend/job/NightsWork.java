package org.monthend.job;

import java.time.Instant;
import java.util.List;
import org.monthend.load.SubmissionResult;

/** What is done in a night. */
public interface NightsWork {

    /**
     * Runs the month end and then the integrity checks.
     *
     * @param night when it was due
     */
    Done run(Instant night, NightEvent.Listener listener);

    /** What came of it. */
    record Done(List<SubmissionResult> results, List<IntegrityChecks.Violation> violations) {}
}
