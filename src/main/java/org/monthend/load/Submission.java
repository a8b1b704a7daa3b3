package org.monthend.load;

import org.monthend.calendar.ReportingMonth;

/**
 * One attempt to load one file as one return. The same bytes of the same return and month under the same mapping are
 * the same submission, whatever the file is called; a rerun that comes out otherwise makes the next one.
 *
 * @param returnCode empty when the file belongs to no return
 * @param mappingVersion digest of all in the catalogue that decides how the file is read
 */
public record Submission(
        String returnCode, ReportingMonth month, ReturnFile file, String mappingVersion, Occasion occasion) {}
