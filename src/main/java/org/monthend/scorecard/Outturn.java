package org.monthend.scorecard;

import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;

/**
 * Where a financial year will end, and the chance that it meets its target.
 *
 * @param monthsKnown how many of the year's twelve months are known
 * @param range empty when there is none, for the reason given
 * @param chance that the outturn meets the target, 0 to 1: 0 or 1 once that is decided, never before; empty without a
 *     target or a range
 * @param complete all that makes the outturn is known
 * @param lastYear the outturn of the year before; empty where that is not known
 * @param indicative fitted to fewer than six months, so no more than a hint
 * @param note what its reader should know; empty when there is nothing to add
 * @param reason why there is none; empty when there is one
 */
public record Outturn(
        FiscalYear year,
        int monthsKnown,
        Optional<OutturnRange> range,
        OptionalDouble chance,
        boolean complete,
        OptionalDouble lastYear,
        boolean indicative,
        String note,
        String reason) {

    /**
     * The chance in percent as it is shown: to the nearest 5%, and neither 0 nor 100 before the year is complete, as figures
     * may still be revised.
     */
    public Optional<Integer> chanceShown() {
        return chance.isEmpty() ? Optional.empty() : Optional.of(shown(chance.getAsDouble(), complete));
    }

    static int shown(double share, boolean complete) {
        int rounded = (int) (5 * Math.round(share * 20));
        return complete ? rounded : Math.max(5, Math.min(95, rounded));
    }
}
