package org.monthend.steward;

import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.MonthLocks;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.EditionStore;
import org.monthend.scorecard.PublicationStore;
import org.monthend.scorecard.PublicationStore.Publishing;

/** Publishes the scorecard of a month; no run may work on the month meanwhile. */
public final class ScorecardPress {

    private final MonthLocks locks;
    private final EditionStore editions;
    private final PublicationStore publications;

    public ScorecardPress(MonthLocks locks, EditionStore editions, PublicationStore publications) {
        this.locks = locks;
        this.editions = editions;
        this.publications = publications;
    }

    /**
     * @param by who publishes it; not blank
     * @param note may be empty
     * @throws org.monthend.load.MonthIsHeld when a run holds the month
     */
    public Publishing publish(ReportingMonth month, String by, String note) {
        try (MonthLocks.Held held = locks.take(List.of(month))) {
            return publications.publish(month, editions.organisation().orElse(""), by, note, ScorecardFiles::draw);
        }
    }
}
