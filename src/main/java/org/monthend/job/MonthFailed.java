package org.monthend.job;

import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.WarehouseUnavailable;
import org.springframework.batch.core.job.JobExecutionException;

/** A month could not be finished; running the same command again takes up where it stopped. */
public final class MonthFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private MonthFailed(String message, Throwable cause) {
        super(message, cause);
    }

    static MonthFailed of(ReportingMonth month, List<Throwable> failures) {
        List<Throwable> causes = failures.stream().map(MonthFailed::root).toList();
        // That a step of the job failed is told beside why it did; a lost database is why others failed, too.
        Throwable cause = causes.stream()
                .filter(WarehouseUnavailable.class::isInstance)
                .findFirst()
                .or(() -> causes.stream()
                        .filter(each -> !(each instanceof JobExecutionException))
                        .findFirst())
                .or(() -> causes.stream().findFirst())
                .orElseGet(() -> new IllegalStateException("no reason was given"));
        return new MonthFailed("%s was not finished: %s".formatted(month.longLabel(), cause.getMessage()), cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof WarehouseUnavailable)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
