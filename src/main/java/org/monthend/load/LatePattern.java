package org.monthend.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;

/**
 * A return that is late again and again: the last three times in a row, or four of the last twelve.
 *
 * @param late the months in which it was late or did not come, oldest first
 * @param times the times that it was due, twelve at most, without those that were waived or are not yet due
 */
public record LatePattern(List<ReportingMonth> late, int times) {

    private static final int TIMES = 12;
    private static final int MANY = 4;
    private static final int IN_A_ROW = 3;

    /** @param counting the times of one return that say anything, oldest first; the last one is the one that is asked about */
    static Optional<LatePattern> of(List<CountedTime> counting) {
        List<CountedTime> recent = last(TIMES, counting);
        List<ReportingMonth> late = recent.stream()
                .filter(CountedTime::isLate)
                .map(CountedTime::month)
                .toList();
        boolean isInARow =
                recent.size() >= IN_A_ROW && last(IN_A_ROW, recent).stream().allMatch(CountedTime::isLate);
        return isInARow || late.size() >= MANY ? Optional.of(new LatePattern(late, recent.size())) : Optional.empty();
    }

    private static List<CountedTime> last(int number, List<CountedTime> times) {
        return times.subList(Math.max(0, times.size() - number), times.size());
    }

    /** A time that was due and neither waived nor still to come; late is also what did not come at all. */
    record CountedTime(ReportingMonth month, boolean isLate) {}

    /** Late 4 of the last 12 times: Sep-15, Oct-15, Nov-15, Dec-15. */
    public String sentence() {
        String when = late.size() == times
                ? "all of the last %d times".formatted(times)
                : "%d of the last %d times".formatted(late.size(), times);
        return "Late %s: %s."
                .formatted(when, late.stream().map(ReportingMonth::label).collect(Collectors.joining(", ")));
    }
}
