package org.monthend.job;

import org.monthend.calendar.ReportingMonth;
import org.monthend.load.SubmissionResult;

/** Hears what a run is doing. Called from several threads. */
public interface Progress {

    void submissionDecided(SubmissionResult result);

    void monthFinished(ReportingMonth month);
}
