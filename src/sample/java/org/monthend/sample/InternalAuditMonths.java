package org.monthend.sample;

import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** Internal audits of the financial year so far by opinion: no, limited, reasonable, substantial, and still due. */
final class InternalAuditMonths {

    /** October 2014 to November 2015; the plan of audits changes now and then. */
    private static final List<List<Integer>> EARLIER = List.of(
            List.of(0, 1, 1, 1, 5),
            List.of(0, 1, 2, 1, 4),
            List.of(0, 1, 2, 2, 3),
            List.of(1, 1, 2, 2, 2),
            List.of(1, 1, 2, 3, 1),
            List.of(1, 2, 2, 3, 0),
            List.of(0, 0, 0, 0, 7),
            List.of(0, 0, 0, 1, 6),
            List.of(0, 0, 0, 1, 7),
            List.of(0, 1, 0, 1, 6),
            List.of(0, 1, 0, 2, 5),
            List.of(0, 1, 0, 3, 4),
            List.of(0, 1, 0, 3, 5),
            List.of(0, 2, 0, 3, 4));

    private InternalAuditMonths() {}

    static List<Integer> of(ReportingMonth month, List<Seed.PrintedCategory> printed) {
        return month.equals(SampleMonths.LAST)
                ? printed.stream()
                        .map(category -> Integer.valueOf(category.printed()))
                        .toList()
                : EARLIER.get(SampleMonths.ALL.indexOf(month));
    }
}
