package org.monthend.steward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.StatusBook.EditionState;
import org.monthend.steward.StatusBook.Run;

/**
 * How a month stands.
 *
 * @param asOn the day on which returns are overdue or not
 * @param returns in the order of the catalogue
 * @param editions of its scorecard, oldest first
 * @param staleSince since when figures have changed that the scorecard does not show
 * @param holder who loads it just now, and since when
 */
public record MonthStatus(
        ReportingMonth month,
        LocalDate asOn,
        List<ReturnStatus> returns,
        List<FileRemark> files,
        List<EditionState> editions,
        Optional<Instant> staleSince,
        Optional<String> holder,
        Optional<Run> lastRun) {

    long count(ReturnStanding standing) {
        return returns.stream().filter(each -> each.standing() == standing).count();
    }

    long count(FileRemark.Kind kind) {
        return files.stream().filter(each -> each.kind() == kind).count();
    }

    /** Returns that are due or came. */
    public long owed() {
        return returns.size() - count(ReturnStanding.NOT_DUE);
    }

    /** Returns of which something is loaded. */
    public long received() {
        return returns.stream().filter(each -> each.counting().isPresent()).count();
    }

    int openQueries() {
        return returns.stream()
                .filter(each -> each.standing().isReceived())
                .flatMap(each -> each.attempt().stream())
                .mapToInt(Attempt::openQueries)
                .sum();
    }
}
