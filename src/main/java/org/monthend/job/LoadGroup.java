package org.monthend.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.load.UndecidedFile;
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
        List<RuntimeException> failures = new ArrayList<>();
        Set<String> digests = new HashSet<>();
        for (String line : files.split(GroupsOfReturns.SEPARATOR)) {
            if (!monthEnd.mayGoOn()) {
                contribution.getStepExecution().setTerminateOnly();
                break;
            }
            try {
                load(UndecidedFile.of(line), digests).ifPresent(result -> {
                    results.add(result);
                    monthEnd.progress().submissionDecided(result);
                });
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return RepeatStatus.FINISHED;
    }

    /** Empty for a file whose bytes an earlier one of the group had under another name. */
    private Optional<SubmissionResult> load(UndecidedFile undecided, Set<String> digests) {
        return switch (undecided.place()) {
            case FOLDER -> {
                ReturnFile file = ReturnFolder.describe(
                        monthEnd.returns().folder().resolve(month.toString()).resolve(undecided.name()), month);
                boolean isNew = digests.add(file.sha256()) || !loader.isDecided(file);
                yield isNew ? Optional.of(loader.load(file)) : Optional.empty();
            }
            case KEPT -> Optional.of(loader.replay(undecided, month, monthEnd.kept()));
        };
    }
}
