package org.monthend.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.SubmissionResult;

/** What happens at night, for those who listen. */
public sealed interface NightEvent
        permits NightEvent.Started,
                NightEvent.Decided,
                NightEvent.MonthFinished,
                NightEvent.MonthLeft,
                NightEvent.Checked,
                NightEvent.Broke,
                NightEvent.Away,
                NightEvent.Looked,
                NightEnd {

    /** Hears what happens, the work of a night from several threads. It must not fail. */
    interface Listener {

        void hear(NightEvent event);
    }

    /**
     * An attempt at a night begins.
     *
     * @param deadInstance who had begun the night before and died over it; empty when nobody did
     * @param covered the missed nights that this one makes up for
     */
    record Started(Instant night, int attempt, Optional<String> deadInstance, List<Instant> covered)
            implements NightEvent {}

    /** A file was judged, and loaded or not. */
    record Decided(SubmissionResult result) implements NightEvent {}

    /** A month's returns are loaded and its scorecard is drawn. */
    record MonthFinished(ReportingMonth month) implements NightEvent {}

    /** The scorecard of a later month should be computed anew, but another run holds it. */
    record MonthLeft(ReportingMonth month, String why) implements NightEvent {}

    /** The integrity checks were run, so many of them. */
    record Checked(int checks, List<IntegrityChecks.Violation> violations) implements NightEvent {}

    /** The work of a night broke off; how the night goes on is told after it. */
    record Broke(RuntimeException why) implements NightEvent {}

    /**
     * The warehouse could not be reached, or was gone.
     *
     * @param nextTry when it is tried again
     */
    record Away(String sentence, RuntimeException why, Instant nextTry) implements NightEvent {}

    /**
     * The schedule and the book of nights were looked at.
     *
     * @param standing empty when the warehouse could not be reached
     */
    record Looked(Instant nextNight, Optional<Standing> standing) implements NightEvent {}
}
