package org.monthend.scorecard;

import java.time.Instant;
import org.monthend.calendar.ReportingMonth;

/**
 * A month from which the limits of a measure start afresh, because a named person says that something has changed for good.
 *
 * @param by who accepted it
 * @param at when
 */
public record Rebase(ReportingMonth month, String reason, String by, Instant at) {}
