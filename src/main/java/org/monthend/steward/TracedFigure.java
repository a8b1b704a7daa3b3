package org.monthend.steward;

import java.time.Instant;
import java.util.List;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;

/**
 * Where a figure of the scorecard came from.
 *
 * @param organisation name of the locality that it is of; empty for the whole
 * @param quarterRule what a quarter is, as the end of a sentence
 * @param multiplier by what numerator over denominator is multiplied: 100, 10,000 or 1
 * @param figures the printed figures by column: 2014/15 Qtr3 → 60
 * @param months the months that they rest on, oldest first
 * @param quarters what earlier scorecards reported of the quarters, oldest first
 */
public record TracedFigure(
        ReportingMonth month,
        String measureCode,
        String measureName,
        String organisation,
        String quarterRule,
        String multiplier,
        int edition,
        String editionStatus,
        List<Printed> figures,
        List<Source> months,
        List<ReportedQuarter> quarters) {

    public record Printed(String column, String text) {}

    /**
     * The revision of one month that was used, and its cells.
     *
     * @param part code of the locality that it is a part from; empty where it is the figure itself
     * @param numerator as kept, or empty; so the denominator and the figure
     * @param status reported, or why there is no figure
     */
    public record Source(
            ReportingMonth month,
            String part,
            String numerator,
            String denominator,
            String figure,
            String status,
            int revision,
            String reason,
            Instant recordedAt,
            String file,
            String sha256,
            String sheet,
            String numeratorCell,
            String denominatorCell,
            String valueCell) {}

    /**
     * What an earlier scorecard reported of a quarter, and its cell.
     *
     * @param isShown whether the figure of the quarter is this one, as its months are not known
     * @param reportedIn the month of the scorecard that says so
     * @param figure as kept, or empty
     * @param status reported, or why there is no figure
     */
    public record ReportedQuarter(
            FiscalQuarter quarter,
            boolean isShown,
            ReportingMonth reportedIn,
            String figure,
            String status,
            int revision,
            String reason,
            Instant recordedAt,
            String file,
            String sha256,
            String sheet,
            String cell) {}
}
