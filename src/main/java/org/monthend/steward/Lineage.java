package org.monthend.steward;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** Follows a figure back to its cells; kept by the warehouse. */
public interface Lineage {

    /**
     * Empty when the month has no scorecard, or the scorecard no such measure of the organisation.
     *
     * @param organisationCode of a locality; empty for the whole
     */
    Optional<TracedFigure> trace(ReportingMonth month, String measureCode, Optional<String> organisationCode);

    /** Codes of the organisations that the scorecard of a month has a measure of, the whole first; none without one. */
    List<String> organisations(ReportingMonth month, String measureCode);
}
