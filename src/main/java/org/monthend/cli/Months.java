package org.monthend.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.load.MonthInHand;
import org.monthend.load.MonthOfFile;
import org.monthend.load.ReturnReading;

/** Months as they are given on the command line. */
final class Months {

    private Months() {}

    /** Reads 2015-12; anything else is a misuse that says so. */
    static ReportingMonth parse(String text) {
        try {
            return ReportingMonth.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Misused("'%s' is not a month. Write it as 2015-12.".formatted(text));
        }
    }

    /** The month that a file is judged for: the one asked for, else its folder's or its name's, else its table's newest. */
    static Optional<ReportingMonth> about(Path file, Optional<ReportingMonth> asked, ReturnReading reading) {
        return asked.or(() -> MonthOfFile.of(file)).or(() -> reading.monthSaid(file));
    }

    /** A file of which nobody can say the month is judged for the one that is due now: it says best what is wrong. */
    static ReportingMonth dueNow() {
        return MonthInHand.dueOn(WorkingDays.dayOf(Clock.systemUTC().instant()));
    }
}
