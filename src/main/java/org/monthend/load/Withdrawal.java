package org.monthend.load;

import org.monthend.calendar.ReportingMonth;

/**
 * A return that was withdrawn for a month.
 *
 * @param number of the submission that the withdrawal is
 * @param fileName the file that counted until then
 * @param figures how many figures were taken back
 */
public record Withdrawal(long number, String returnCode, ReportingMonth month, String fileName, int figures) {}
