package org.monthend.scorecard;

import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;

/**
 * Where a budget line will end its financial year, in pounds.
 *
 * @param monthsKnown of the year
 * @param outturn empty when there is none, for the reason given
 * @param chanceOfOverspend that the outturn is more than the budget, 0 to 1; empty without either
 * @param reason why there is no outturn; empty when there is one
 */
public record MoneyOutturn(
        FiscalYear year,
        int monthsKnown,
        Optional<OutturnRange> outturn,
        OptionalDouble chanceOfOverspend,
        String reason) {

    private static final int YEAR = 12;

    /** Whether the whole year is known. */
    public boolean isComplete() {
        return monthsKnown == YEAR;
    }

    /** The chance in percent as it is shown, by the rule of {@link Outturn#chanceShown}. */
    public Optional<Integer> chanceShown() {
        return chanceOfOverspend.isEmpty()
                ? Optional.empty()
                : Optional.of(Outturn.shown(chanceOfOverspend.getAsDouble(), isComplete()));
    }
}
