package org.monthend.job;

import java.util.ArrayList;
import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileByFile;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;

/**
 * The same work without Spring Batch, one file after the other, and without drawing: for a warehouse that forgets it all
 * afterwards.
 */
public final class RehearsedMonth implements MonthWork {

    @Override
    public List<SubmissionResult> run(ReportingMonth month, MonthEnd monthEnd) {
        SubmissionLoader loader = new SubmissionLoader(monthEnd.catalogue(), monthEnd.submissions(), monthEnd.limits());
        List<SubmissionResult> results = new ArrayList<>();
        boolean isFinished = new FileByFile(month, monthEnd.returns(), monthEnd.kept(), loader)
                .judge(monthEnd.files(loader).of(month), monthEnd::mayGoOn, result -> {
                    results.add(result);
                    monthEnd.progress().submissionDecided(result);
                });
        if (!isFinished) {
            throw new Stopped("Stopped as asked.");
        }
        recompute(month, monthEnd);
        return results;
    }

    @Override
    public void recompute(ReportingMonth month, MonthEnd monthEnd) {
        ScorecardOfMonth.compute(month, monthEnd);
        monthEnd.progress().monthFinished(month);
    }
}
