package org.monthend.job;

import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.SubmissionResult;

/** How the work on one month is done. */
public interface MonthWork {

    /** Judges the month's files, and computes and draws its scorecard; answers what became of the files. */
    List<SubmissionResult> run(ReportingMonth month, MonthEnd monthEnd);

    /** Computes and draws the month's scorecard alone. */
    void recompute(ReportingMonth month, MonthEnd monthEnd);
}
