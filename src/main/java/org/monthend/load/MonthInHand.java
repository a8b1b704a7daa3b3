package org.monthend.load;

import java.time.LocalDate;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** The month that people work on: its returns are coming in. */
public final class MonthInHand {

    /** Whoever has loaded nothing for longer looks at old months, and misses no new ones. */
    private static final int LONGEST_PAUSE = 3;

    private MonthInHand() {}

    /** The month before the day's own: its returns fall due now. */
    public static ReportingMonth dueOn(LocalDate today) {
        return ReportingMonth.of(today).minusMonths(1);
    }

    /**
     * The month that is due, where the months before it have returns; otherwise the newest that has any.
     *
     * @param newest the newest month of which something came; empty when nothing ever did
     */
    public static ReportingMonth of(Optional<ReportingMonth> newest, LocalDate today) {
        ReportingMonth due = dueOn(today);
        return newest.filter(month -> month.isAfter(due) || month.isBefore(due.minusMonths(LONGEST_PAUSE)))
                .orElse(due);
    }
}
