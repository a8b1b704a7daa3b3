package org.monthend.steward;

import java.util.Optional;

/** Finds a submission again; kept by the warehouse. */
public interface SubmissionBook {

    /** Empty when there is no submission of that number. */
    Optional<KeptSubmission> submission(long number);
}
