package org.monthend.job;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.RevisedFigure;
import org.monthend.scorecard.Edition;

/**
 * What a run has changed, or would change.
 *
 * @param figures every figure that is revised or new, by kind, code, organisation and month
 * @param scorecards every scorecard that was computed, the oldest month first
 */
public record Restatement(List<RevisedFigure> figures, List<Recomputed> scorecards) {

    /**
     * A scorecard before and after it was computed anew.
     *
     * @param before the newest edition until then; empty when there was none
     */
    public record Recomputed(ReportingMonth month, Optional<Edition> before, Edition after) {}

    /** Of a run that was not asked. */
    static Restatement notAsked() {
        return new Restatement(List.of(), List.of());
    }
}
