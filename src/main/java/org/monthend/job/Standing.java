package org.monthend.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the nights and the returns stand, for those who watch over them.
 *
 * @param lastSuccess when a night last ended well; empty before the first
 * @param lastDuration how long the attempt took that ended last
 * @param nightsFailed nights that failed since the last one that succeeded
 * @param returnsDue returns that were to come for the months known, without those waived
 * @param returnsOverdue those of them that have not come in time
 * @param returnsRefused those of them of which the last file was refused
 * @param openQueries queries that wait for an explanation
 * @param openErrors refusals and rejected rows that wait for a correction
 * @param staleScorecards months whose scorecard does not say what its inputs say now
 * @param checkViolations rows that the integrity checks last found; empty before they were first run
 */
public record Standing(
        Optional<Instant> lastSuccess,
        Optional<Duration> lastDuration,
        int nightsFailed,
        int returnsDue,
        int returnsOverdue,
        int returnsRefused,
        int openQueries,
        int openErrors,
        int staleScorecards,
        Optional<Integer> checkViolations) {}
