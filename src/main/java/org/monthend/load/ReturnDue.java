package org.monthend.load;

import java.time.LocalDate;
import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;

/** A return that is owed for a month, and the last day on which it is in time. Without it none could be missed. */
public record ReturnDue(String returnCode, String organisationCode, ReportingMonth month, LocalDate dueDate) {

    /** What the catalogue says is due for the month; quarterly returns are due for the last month of a quarter, and those that come once for none. */
    public static List<ReturnDue> of(Catalogue catalogue, ReportingMonth month) {
        return catalogue.returns().stream()
                .filter(each -> isDue(each.frequency(), month))
                .map(each -> new ReturnDue(
                        each.code(),
                        each.organisationCode(),
                        month,
                        WorkingDays.nth(each.dueWorkingDay(), month.plusMonths(1))))
                .toList();
    }

    private static boolean isDue(Frequency frequency, ReportingMonth month) {
        return switch (frequency) {
            case MONTHLY -> true;
            case QUARTERLY -> month.endsQuarter();
            case ONCE -> false;
        };
    }
}
