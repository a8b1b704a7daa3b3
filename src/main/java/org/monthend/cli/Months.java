package org.monthend.cli;

import org.monthend.calendar.ReportingMonth;

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
}
