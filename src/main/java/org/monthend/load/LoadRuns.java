package org.monthend.load;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** The book of runs: when the month end was run, by whom and why, and how it went. */
public interface LoadRuns {

    /**
     * Who or what asks for a run.
     *
     * @param reason why, where a person said so; else empty
     * @param month the month it is for; empty when it is for all
     */
    record Asked(String by, String reason, Optional<ReportingMonth> month) {}

    /** Notes the start of a run, and holds a lock that proves its life until it is closed. */
    OpenRun begin(Asked asked);

    /**
     * Notes of every run that is down as running, but whose process or connection is gone, that it was abandoned, and so
     * of its executions in the history of Spring Batch. What such a run has committed stands; the rest was undone.
     */
    void settleDead();

    /** A run that is on. Closing notes its end: a failure, unless it was said to have ended otherwise. */
    interface OpenRun extends AutoCloseable {

        long number();

        void succeeded();

        void stopped();

        @Override
        void close();
    }
}
