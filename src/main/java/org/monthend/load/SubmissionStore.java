package org.monthend.load;

/** Where submissions are published: the warehouse. */
public interface SubmissionStore extends StandingStill {

    /** The same store for one run: what is published through it is noted as the run's. */
    SubmissionStore ofRun(long run);

    /** Whether this very submission has been decided already; loading it again would change nothing. */
    boolean isDecided(Submission submission);

    /** Begins the one transaction in which the submission is staged, judged and published. */
    OpenSubmission open(Submission submission);
}
