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
 * @param attempt the file that counts; empty when none was judged
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
        Optional<Waiver> waiver,
        Optional<LatePattern> pattern) {}
