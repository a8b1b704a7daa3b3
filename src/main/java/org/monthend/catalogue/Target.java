package org.monthend.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/**
 * What a measure of an organisation ought to reach, from one month until another. It is one value, or a band that is
 * met inside; both in the measure's unit (25 for 25%).
 *
 * @param to the last month it holds for; empty while it holds on
 * @param tolerance how far a miss may lie from the target and still be within tolerance, in the measure's unit; 0 when
 *     none is set
 */
public record Target(
        String measureCode,
        String organisationCode,
        ReportingMonth from,
        Optional<ReportingMonth> to,
        Optional<BigDecimal> value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        BigDecimal tolerance) {

    public boolean holdsIn(ReportingMonth month) {
        return !month.isBefore(from) && to.map(last -> !month.isAfter(last)).orElse(true);
    }
}
