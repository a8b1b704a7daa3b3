package org.monthend.job;

import org.monthend.calendar.ReportingMonth;
import org.monthend.load.SubmissionResult;

/** Hears what a run is doing. Called from several threads; closed when the run has ended. */
public interface Progress extends AutoCloseable {

    void submissionDecided(SubmissionResult result);

    void monthFinished(ReportingMonth month);

    /** The scorecard of a later month should be computed anew, but another run holds it. */
    void monthLeft(ReportingMonth month, String why);

    @Override
    void close();

    /** Begins to listen once it is known how much there is to do. */
    interface Start {

        Progress of(int files, int months);
    }
}
