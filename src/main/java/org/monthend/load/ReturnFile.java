package org.monthend.load;

import java.nio.file.Path;
import org.monthend.calendar.ReportingMonth;

/**
 * A file that a team has put into the folder of a month.
 *
 * @param name the sender's name of it: data, never a path to write to
 * @param sha256 digest of its bytes, in lower-case hexadecimal; empty where they could not be read
 * @param bytes its size
 */
public record ReturnFile(Path path, String name, ReportingMonth month, String sha256, long bytes) {

    /** Whether its bytes could be read at all. */
    boolean isLegible() {
        return !sha256.isEmpty();
    }
}
