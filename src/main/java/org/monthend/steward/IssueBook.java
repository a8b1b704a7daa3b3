package org.monthend.steward;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** What was found wrong in the returns and what people said to it; kept by the warehouse. */
public interface IssueBook {

    /**
     * The issues of the attempts that stand, and those that only the attempt before had: newest month first, then by
     * return, file and number.
     *
     * @param month of this month only
     * @param returnCode of this return only
     */
    List<KnownIssue> issues(Optional<ReportingMonth> month, Optional<String> returnCode);

    /** The issue of that number, or the same issue of a later attempt; empty when there is none any more. */
    Optional<KnownIssue> issue(long number);

    /** Accepts an explanation for the issue's cause: it holds for every issue of that cause, now and later. */
    void explain(KnownIssue issue, String reason, String by);
}
