package org.monthend.load;

/** The book of runs: when the month end was run, by whom, and how it went. */
public interface LoadRuns {

    /** Notes the start of a run and gives its number. */
    long begin(String requestedBy);

    /** Notes its end. */
    void end(long run, boolean succeeded);
}
