package org.monthend.steward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** What is known of a month's files, scorecard and runs; kept by the warehouse. */
public interface StatusBook {

    /** The months of which something came, oldest first. */
    List<ReportingMonth> months();

    /** Every file that was judged for the month, by return and attempt. */
    List<Attempt> attempts(ReportingMonth month);

    /** Digests of the month's files that broke off when they were looked at. */
    List<String> unfinished(ReportingMonth month);

    /** The editions of the organisation's scorecard of the month, oldest first. */
    List<EditionState> editions(ReportingMonth month, String organisationCode);

    /** Since when figures of the month's scorecard have changed that it does not show; empty when it is up to date. */
    Optional<Instant> staleSince(ReportingMonth month);

    /** Who holds the month just now, and since when, in words; empty when nobody does. */
    Optional<String> holder(ReportingMonth month);

    /** The last run for the month, or for all months, that had something to do. */
    Optional<Run> lastRun(ReportingMonth month);

    /**
     * An edition of a scorecard.
     *
     * @param status draft, published or superseded
     * @param published when; empty for a draft
     * @param by who published it; empty for a draft
     */
    record EditionState(int number, String status, Optional<Instant> published, String by) {}

    /**
     * A run of the month end.
     *
     * @param status running, succeeded, failed, stopped or abandoned
     * @param ended empty while it runs, or when it broke off
     */
    record Run(long number, String requestedBy, Instant started, Optional<Instant> ended, String status) {}
}
