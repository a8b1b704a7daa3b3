package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;

/** Where figures are read for a scorecard, and where its editions are kept. */
public interface EditionStore {

    /** The months whose scorecard does not say what its inputs say now, oldest first. */
    List<ReportingMonth> stale();

    /**
     * Computes the month's draft anew from the figures as they are now, and replaces it in one transaction; the month
     * is then no longer stale.
     */
    Edition replaceDraft(
            ReportingMonth month, String organisationCode, Function<ScorecardFigures, Scorecard> computation);

    /** The newest edition of the month: its draft, or else the published one. Empty when the month has none. */
    Optional<Edition> newest(ReportingMonth month, String organisationCode);
}
