package org.monthend.cli;

import java.util.List;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.format.CsvRow;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.MoneyRule;

/**
 * A budget line of a csv.
 *
 * @param first its first month
 * @param cumulative spend since April of each month's own year
 * @param committed what is ordered for the rest of the year beside the monthly run of spend; 0 where the row says nothing
 * @param budget of the year that the last month lies in
 */
record SpendSeries(
        String id, ReportingMonth first, List<OptionalDouble> cumulative, double committed, OptionalDouble budget) {

    private static final int BUDGET = FiscalSeries.COLUMNS.size() + 1;

    /** Whether a row is of this kind. */
    static boolean isOne(CsvRow row) {
        return row.cells().get(1).strip().startsWith("SPEND");
    }

    /** A row with the columns of {@link FiscalSeries} and, behind them, direction, budget and committed, which may be blank. */
    static SpendSeries of(CsvRow row) {
        if (!row.cells().get(4).isBlank()) {
            throw new BadCell("denominators", "SPEND has none. Leave the cell blank.");
        }
        List<OptionalDouble> cumulative = SeriesCells.values(row.cells().get(3), "numerators");
        return new SpendSeries(
                row.cells().get(0),
                FiscalSeries.first(row, cumulative.size()),
                cumulative,
                SeriesCells.number(row.cells().get(BUDGET + 1), "committed").orElse(0),
                SeriesCells.number(row.cells().get(BUDGET), "budget"));
    }

    MoneyOutturn outturn() {
        ReportingMonth last = first.plusMonths(cumulative.size() - 1);
        FiscalYear year = last.fiscalYear();
        return MoneyRule.outturn(cumulative, last, committed, budget, year);
    }
}
