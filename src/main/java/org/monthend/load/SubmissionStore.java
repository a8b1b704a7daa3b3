package org.monthend.load;

import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.History;

/** Where submissions are published: the warehouse. */
public interface SubmissionStore extends StandingStill {

    /** The same store for one run: what is published through it is noted as the run's. */
    SubmissionStore ofRun(long run);

    /**
     * Whether this very submission has been decided already, so that loading it again would change nothing; or a file
     * that first came after this one has been loaded as the return, so that this one must not replace it.
     */
    boolean isDecided(Submission submission);

    /**
     * What is known when the returns of a month begin to be judged: all figures up to and with that month that were
     * published before now. Files that are published later, by this run too, are no part of it.
     */
    History historyBefore(ReportingMonth month);

    /** Begins the one transaction in which the submission is staged, judged and published. */
    OpenSubmission open(Submission submission);
}
