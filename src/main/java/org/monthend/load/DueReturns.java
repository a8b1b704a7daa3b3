package org.monthend.load;

import java.time.Instant;
import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** The book of what is due and of when it came: the warehouse. */
public interface DueReturns {

    /** Notes which returns are due; a due date that the catalogue has changed is changed here too. */
    void expect(List<ReturnDue> due, Instant now);

    /** Notes that a run which started then has looked for the returns of the months: those of which nothing is loaded were missed. */
    void lookedFor(List<ReportingMonth> months, Instant runStarted);

    /** Every time that a return was due: by return, oldest first. */
    List<DueTime> times();

    /** Keeps what was judged, for those who ask the warehouse. */
    void judged(List<Lateness> lateness);
}
