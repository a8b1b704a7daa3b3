package org.monthend.job;

import java.util.Queue;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileByFile;
import org.monthend.load.FileToJudge;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Loads the files of one group, one after the other. One that fails does not keep the others from being loaded. */
final class LoadGroup implements Tasklet {

    private final ReportingMonth month;
    private final MonthEnd monthEnd;
    private final SubmissionLoader loader;
    private final Queue<SubmissionResult> results;

    LoadGroup(ReportingMonth month, MonthEnd monthEnd, SubmissionLoader loader, Queue<SubmissionResult> results) {
        this.month = month;
        this.monthEnd = monthEnd;
        this.loader = loader;
        this.results = results;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        String files = contribution.getStepExecution().getExecutionContext().getString(GroupsOfReturns.FILES);
        boolean isFinished = new FileByFile(month, monthEnd.returns(), monthEnd.kept(), loader)
                .judge(
                        Stream.of(files.split(GroupsOfReturns.SEPARATOR))
                                .map(FileToJudge::of)
                                .toList(),
                        monthEnd::mayGoOn,
                        result -> {
                            results.add(result);
                            monthEnd.progress().submissionDecided(result);
                        });
        if (!isFinished) {
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.FINISHED;
    }
}
