package org.monthend.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.load.LatePattern.CountedTime;
import org.monthend.load.Timeliness.Kind;

/** How one return that was due stands in time, and whether it is late again and again. */
public record Lateness(ReturnDue due, Timeliness timeliness, Optional<LatePattern> pattern) {

    /** Judges every time that a return was due by those before it; in the order given. */
    public static List<Lateness> judge(List<DueTime> times, LocalDate today) {
        Map<List<String>, List<CountedTime>> soFar = new HashMap<>();
        List<Lateness> judged = new ArrayList<>();
        for (DueTime time : times) {
            ReturnDue due = time.due();
            Timeliness timeliness = time.on(today);
            List<CountedTime> counting =
                    soFar.computeIfAbsent(List.of(due.returnCode(), due.organisationCode()), key -> new ArrayList<>());
            if (timeliness.counts()) {
                counting.add(new CountedTime(due.month(), time.isLate(timeliness)));
            }
            judged.add(new Lateness(due, timeliness, LatePattern.of(counting)));
        }
        return judged;
    }

    /** Working days by which it came late for certain; empty when it was in time, has not come, or nobody can say. */
    public Optional<Integer> workingDaysLate() {
        return timeliness.kind() == Kind.LATE ? Optional.of(timeliness.atLeast()) : Optional.empty();
    }
}
