package org.monthend.steward;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** Follows a figure back to its cells; kept by the warehouse. */
public interface Lineage {

    /** Empty when the month has no scorecard or the scorecard no such measure. */
    Optional<TracedFigure> trace(ReportingMonth month, String measureCode);
}
