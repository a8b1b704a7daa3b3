package org.monthend.steward;

import java.time.LocalDate;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.load.LatePattern;
import org.monthend.load.Timeliness;
import org.monthend.steward.Waivers.Waiver;

/**
 * How one return of the catalogue stands for one month.
 *
 * @param due the last day on which it is in time; empty when it is not due for the month
 * @param attempt the last word on it: the last attempt at the file that came last, or its withdrawal; empty when none came
 * @param attempts how many there were
 * @param counting the attempt that is loaded; another one than the last where a later file was refused
 * @param waiver that holds, whether or not something came all the same
 * @param pattern when it is late again and again
 */
public record ReturnStatus(
        ReportingMonth month,
        MonthlyReturn owed,
        ReturnStanding standing,
        Optional<LocalDate> due,
        Timeliness timeliness,
        Optional<Attempt> attempt,
        int attempts,
        Optional<Attempt> counting,
        Optional<Waiver> waiver,
        Optional<LatePattern> pattern) {}
