package org.monthend.steward;

import java.util.Locale;

/** How a return stands that may be due for a month. */
public enum ReturnStanding {
    ACCEPTED,
    /** Loaded, and at least one query waits for an explanation. */
    ACCEPTED_WITH_QUERIES,
    /** Some of its rows were rejected. */
    PARTLY_ACCEPTED,
    REFUSED,
    WITHDRAWN,
    /** A file has come that broke off when it was looked at. */
    DEFERRED,
    /** A file lies in the folder that no run has judged yet. */
    TO_BE_LOADED,
    WAIVED,
    OVERDUE,
    /** It has not come, and need not have yet. */
    MISSING,
    NOT_DUE;

    /** accepted_with_queries, for programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Something of it is loaded. */
    boolean isReceived() {
        return this == ACCEPTED || this == ACCEPTED_WITH_QUERIES || this == PARTLY_ACCEPTED;
    }

    /** The sender has to do something about it. */
    boolean isToBeChased() {
        return this == OVERDUE || this == REFUSED || this == PARTLY_ACCEPTED || this == ACCEPTED_WITH_QUERIES;
    }
}
