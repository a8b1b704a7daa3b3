package org.monthend.steward;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Rebase;

/** The months from which a steward says that limits start afresh; kept by the warehouse, where every word of it stays. */
public interface Rebases {

    /** The newest month that has a scorecard; empty while none has. */
    Optional<ReportingMonth> newestScorecard();

    /** Those that stand, of one measure and organisation, oldest first. */
    List<Rebase> of(String measureCode, String organisationCode);

    /** Notes that the limits start afresh in the month. */
    Effect accept(String measureCode, String organisationCode, ReportingMonth month, String reason, String by);

    /** Notes that they do not after all. */
    Effect takeBack(String measureCode, String organisationCode, ReportingMonth month, String reason, String by);

    /**
     * What follows from a word.
     *
     * @param version how many words there are on the month by now, this one included
     * @param stale the months whose drafts are to be computed anew, oldest first
     * @param published the months whose published editions stay as they are, oldest first
     */
    record Effect(int version, List<ReportingMonth> stale, List<ReportingMonth> published) {}
}
