package org.monthend.job;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.task.TaskExecutor;

/**
 * The job load-month: its steps are the way that the data goes. Spring Batch drives and keeps the history for
 * operators; that nothing is lost or doubled is seen to in the warehouse.
 */
public final class LoadMonth implements MonthWork {

    /** Two readers use two cores; more would wait for the same database. */
    private static final int GROUPS_AT_ONCE = 2;

    private final JobRepository repository;
    private final JobOperator operator;
    private final TaskExecutor threads;

    public LoadMonth(JobRepository repository, JobOperator operator, TaskExecutor threads) {
        this.repository = repository;
        this.operator = operator;
        this.threads = threads;
    }

    /**
     * Runs the job for the month and returns what became of its new submissions.
     *
     * @throws MonthFailed when a step failed; what was committed before stands, the rest is as if never begun
     * @throws Stopped when the process was asked to stop; the same holds of what was committed
     */
    @Override
    public List<SubmissionResult> run(ReportingMonth month, MonthEnd monthEnd) {
        ConcurrentLinkedQueue<SubmissionResult> results = new ConcurrentLinkedQueue<>();
        run(month, monthEnd, job(month, monthEnd, results));
        return List.copyOf(results);
    }

    /** The job recompute-month: what it says follows from what was loaded before. */
    @Override
    public void recompute(ReportingMonth month, MonthEnd monthEnd) {
        run(
                month,
                monthEnd,
                new JobBuilder("recompute-month", repository)
                        .start(computeScorecard(month, monthEnd))
                        .next(publishPages(month, monthEnd))
                        .build());
    }

    private void run(ReportingMonth month, MonthEnd monthEnd, Job job) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("month", month.toString())
                .addLong("loadRun", monthEnd.run())
                .addString("attempt", UUID.randomUUID().toString())
                .toJobParameters();
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw new Stopped("Stopped as asked while loading %s.".formatted(month.longLabel()));
            }
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw MonthFailed.of(month, execution.getAllFailureExceptions());
            }
        } catch (JobExecutionException | NestedRuntimeException e) { // the second when its own books cannot be written
            throw MonthFailed.of(month, List.of(e));
        }
        monthEnd.progress().monthFinished(month);
    }

    private Job job(ReportingMonth month, MonthEnd monthEnd, ConcurrentLinkedQueue<SubmissionResult> results) {
        return new JobBuilder("load-month", repository)
                .start(loadReturns(month, monthEnd, results))
                .next(computeScorecard(month, monthEnd))
                .next(publishPages(month, monthEnd))
                .build();
    }

    /** Extract, validate and load: one pass and one transaction for each submission, a group at a time. */
    private Step loadReturns(ReportingMonth month, MonthEnd monthEnd, ConcurrentLinkedQueue<SubmissionResult> results) {
        SubmissionLoader loader = new SubmissionLoader(monthEnd.catalogue(), monthEnd.submissions(), monthEnd.limits());
        Step loadGroup = new StepBuilder("load-group", repository)
                .tasklet(new LoadGroup(month, monthEnd, loader, results), new ResourcelessTransactionManager())
                .build();
        return new StepBuilder("load-returns", repository)
                .partitioner("load-group", new GroupsOfReturns(month, monthEnd.files(loader)))
                .step(loadGroup)
                .gridSize(GROUPS_AT_ONCE)
                .taskExecutor(threads)
                .build();
    }

    private Step computeScorecard(ReportingMonth month, MonthEnd monthEnd) {
        return new StepBuilder("compute-scorecard", repository)
                .tasklet(
                        (contribution, context) -> {
                            if (monthEnd.mayGoOn()) {
                                ScorecardOfMonth.compute(month, monthEnd);
                            } else {
                                contribution.getStepExecution().setTerminateOnly();
                            }
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    private Step publishPages(ReportingMonth month, MonthEnd monthEnd) {
        return new StepBuilder("publish-pages", repository)
                .tasklet(
                        (contribution, context) -> {
                            ScorecardOfMonth.publish(month, monthEnd);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }
}
