package org.monthend.load;

import org.monthend.calendar.ReportingMonth;

/**
 * A file that was judged, and whether it counts.
 *
 * @param returnCode the return that it was taken for; empty when it fits none
 * @param name under which it was judged last
 * @param sha256 digest of its bytes, in lower-case hexadecimal
 * @param countingName the name of the file of the return that counts; empty when none does
 * @param isKept whether its bytes are kept
 */
public record FileStanding(
        ReportingMonth month,
        String returnCode,
        String name,
        String sha256,
        State state,
        String countingName,
        boolean isKept) {

    /** What a file is worth now. */
    public enum State {
        COUNTS,
        /** A file of the return that came later counts. */
        REPLACED,
        /** Nothing of it was loaded, and no later file counts. */
        REFUSED,
        /** The return was withdrawn. */
        WITHDRAWN
    }
}
