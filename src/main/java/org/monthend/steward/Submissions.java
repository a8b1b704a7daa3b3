package org.monthend.steward;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Severity;

/** What the warehouse knows of one submission. */
public interface Submissions {

    Optional<Judged> find(long submission);

    /**
     * A submission with what was found in it.
     *
     * @param verdict loaded, partly_loaded, refused and so on
     */
    record Judged(
            ReportingMonth month,
            String fileName,
            String sha256,
            String verdict,
            int rowsRead,
            int rowsLoaded,
            int rowsRejected,
            List<Finding> findings) {}

    /** An issue as the warehouse keeps it; empty texts where it has no sheet or no cell. */
    record Finding(String ruleCode, Severity severity, String sheet, String cell, String found, String message) {}
}
