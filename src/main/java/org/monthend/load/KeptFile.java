package org.monthend.load;

import org.monthend.calendar.ReportingMonth;

/**
 * A file that was judged once and is kept since.
 *
 * @param name the sender's name of it: data, never a path to write to
 * @param sha256 digest of its bytes, in lower-case hexadecimal
 */
public record KeptFile(ReportingMonth month, String name, String sha256) {}
