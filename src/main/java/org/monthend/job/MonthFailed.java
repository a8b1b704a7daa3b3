package org.monthend.job;

import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.WarehouseUnavailable;

/** A month could not be finished; running the same command again takes up where it stopped. */
public final class MonthFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private MonthFailed(String message, Throwable cause) {
        super(message, cause);
    }

    static MonthFailed of(ReportingMonth month, List<Throwable> failures) {
        Throwable cause = failures.isEmpty() ? new IllegalStateException("no reason was given") : failures.get(0);
        while (cause.getCause() != null && !(cause instanceof WarehouseUnavailable)) {
            cause = cause.getCause();
        }
        return new MonthFailed("%s was not finished: %s".formatted(month.longLabel(), cause.getMessage()), cause);
    }
}
