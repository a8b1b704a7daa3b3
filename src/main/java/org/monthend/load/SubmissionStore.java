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
     * What is known of the months before, and of the month itself once it is published. Which months have figures is asked
     * now and not again; their figures are read when a return is judged.
     */
    History historyBefore(ReportingMonth month);

    /** Begins the one transaction in which the submission is staged, judged and published. */
    OpenSubmission open(Submission submission);
}
