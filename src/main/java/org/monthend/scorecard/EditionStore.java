package org.monthend.scorecard;

import java.time.Instant;
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
     * is then no longer stale. Where the published edition says the same already there is no draft, and one that was
     * there goes.
     *
     * @return the newest edition: the draft, or else the published one
     */
    Edition replaceDraft(
            ReportingMonth month, String organisationCode, Function<ScorecardFigures, Scorecard> computation);

    /** The newest edition of the month: its draft, or else the published one. Empty when the month has none. */
    Optional<Edition> newest(ReportingMonth month, String organisationCode);

    /** The edition of that number, whatever became of it. */
    Optional<Edition> edition(ReportingMonth month, String organisationCode, int number);

    /** The edition that was in force at the time; empty when none had been published by then. */
    Optional<Edition> inForce(ReportingMonth month, String organisationCode, Instant time);

    /** Page and workbook of an issued edition as they were published, byte for byte; empty for a draft. */
    Optional<EditionFiles> files(ReportingMonth month, String organisationCode, int number);

    /** The figures that were known at the time, for a scorecard of the month. */
    ScorecardFigures figuresAt(ReportingMonth month, String organisationCode, Instant time);

    /** Code of the organisation that scorecards are for; empty while the warehouse knows none. */
    Optional<String> organisation();
}
