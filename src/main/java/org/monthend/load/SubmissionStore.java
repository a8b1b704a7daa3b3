package org.monthend.load;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** Where submissions are published: the warehouse. */
public interface SubmissionStore extends StandingStill {

    /** The same store for one run: what is published through it is noted as the run's. */
    SubmissionStore ofRun(long run);

    /**
     * Whether this very submission has been decided already, so that loading it again would change nothing; or a file
     * that came after this one has been loaded as the return, or the return was withdrawn since, so that this one must not
     * take its place.
     */
    boolean isDecided(Submission submission);

    /**
     * What is known of the months before, and of the month itself once it is published, for each of its files. Which months
     * have figures is asked now and not again; their figures are read when a return is judged.
     */
    KnownBefore historyBefore(ReportingMonth month);

    /** Begins the one transaction in which the submission is staged, judged and published. */
    OpenSubmission open(Submission submission);

    /**
     * Takes back all that the return has said for the month and that still stands, in one transaction: its figures count
     * as never received, and no earlier ones take their place. Empty when there is nothing to take back: nothing came, it
     * was all refused, or it is withdrawn already.
     */
    Optional<Withdrawal> withdraw(String returnCode, ReportingMonth month);
}
