package org.monthend.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.monthend.calendar.WorkingDays;
import org.monthend.load.Timeliness.Kind;

/**
 * One time that a return was due, and what is known of when it came. Nobody sees a file arrive: runs look for it, now and
 * then. So a return is late only when a run has looked for it in vain after the day on which it was due; a first load of
 * old months says nothing of when their files had come.
 *
 * @param expectedSince when a run first noted that it is due
 * @param missed when a run last looked for it in vain
 * @param received when a run first saw the file that was loaded first
 * @param isWaived whether it need not come
 */
public record DueTime(
        ReturnDue due, Instant expectedSince, Optional<Instant> missed, Optional<Instant> received, boolean isWaived) {

    /** How it stands on a day. */
    public Timeliness on(LocalDate today) {
        if (isWaived) {
            return Timeliness.of(Kind.WAIVED);
        }
        if (received.isPresent()) {
            return received(received.get());
        }
        int late = WorkingDays.late(due.dueDate(), today);
        return late == 0 ? Timeliness.of(Kind.NOT_YET_DUE) : new Timeliness(Kind.OVERDUE, late, late);
    }

    private Timeliness received(Instant when) {
        int atMost = WorkingDays.late(due.dueDate(), WorkingDays.dayOf(when));
        if (atMost == 0) {
            return Timeliness.of(Kind.IN_TIME);
        }
        int atLeast = missed.filter(missed -> isWatched() && missed.isBefore(when))
                .map(missed -> WorkingDays.late(due.dueDate(), WorkingDays.dayOf(missed)))
                .orElse(0);
        return atLeast == 0 ? Timeliness.of(Kind.UNKNOWN) : new Timeliness(Kind.LATE, atLeast, atMost);
    }

    /** Whether it came late or not at all, as far as anybody has watched. */
    boolean isLate(Timeliness timeliness) {
        return timeliness.kind() == Kind.LATE || timeliness.kind() == Kind.OVERDUE && isWatched();
    }

    /** What was noted only after it was due had perhaps come long before. */
    private boolean isWatched() {
        return !WorkingDays.dayOf(expectedSince).isAfter(due.dueDate());
    }
}
