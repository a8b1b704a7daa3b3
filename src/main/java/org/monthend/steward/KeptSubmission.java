package org.monthend.steward;

import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.Issue;

/**
 * A submission as it was judged.
 *
 * @param returnCode empty when the file fitted no return
 * @param file the sender's name of the file: data, never a path to write to
 * @param sha256 digest of its bytes, in lower-case hexadecimal; {@link org.monthend.load.KeptFiles} has them
 * @param isFileKept whether it has: a file that was changed while it was read is not kept
 * @param verdict as a steward reads it: partly loaded
 * @param issues in the order they were found
 */
public record KeptSubmission(
        long number,
        ReportingMonth month,
        String returnCode,
        int attempt,
        String file,
        String sha256,
        boolean isFileKept,
        String verdict,
        int rowsRead,
        int rowsLoaded,
        int rowsRejected,
        List<Issue> issues) {}
