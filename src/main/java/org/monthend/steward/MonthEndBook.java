package org.monthend.steward;

import java.util.List;

/** What the warehouse knows of the month end as a whole. */
public interface MonthEndBook {

    /** Counts over the submissions that stand: the latest of each return and month. */
    Totals totals();

    /** Issues of those submissions that someone has to see to: refusals, errors and open queries, newest month first. */
    List<OpenIssue> openIssues(int atMost);

    /**
     * @param returns submissions that loaded, in whole or in part
     * @param refused submissions that did not
     * @param queries those that wait for an explanation
     * @param explained queries that have one
     */
    record Totals(
            int months,
            int returns,
            int refused,
            long rowsRead,
            long rowsLoaded,
            long rowsRejected,
            long errors,
            long queries,
            long notes,
            long explained) {}

    /**
     * @param number what people call it by
     * @param place sheet and cell, such as Finance!E8; empty when it is about the file
     */
    record OpenIssue(
            long number, String month, String file, String severity, String ruleCode, String place, String message) {}
}
