package org.monthend.catalogue;

/** Why there is no figure. Each is a status of its own; none of them is zero. */
public enum MissingReason {
    /** The return says that there is nothing to report: "-". */
    NOTHING_TO_REPORT("nothing_to_report", "-"),
    /** The return says that the figure is not available: "..", "n/a". */
    NOT_AVAILABLE("not_available", ".."),
    /** The return says that there can be no figure: "z", ".". */
    NOT_APPLICABLE("not_applicable", "n/a"),
    /** The sender holds the figure back because it is small. */
    SUPPRESSED("suppressed", "c"),
    /** The measure was not yet collected then: "new measure". */
    NEW_MEASURE("new_measure", "new measure"),
    /** The measure is being worked out: "under development". */
    UNDER_DEVELOPMENT("under_development", "under development"),
    /** No return has said anything about this month. */
    NOT_RECEIVED("not_received", "not received"),
    /** The measure is quarterly and this is not the last month of a quarter. */
    NOT_DUE("not_due", "not due");

    private final String word;
    private final String printed;

    MissingReason(String word, String printed) {
        this.word = word;
        this.printed = printed;
    }

    /** The word that the warehouse keeps. */
    public String word() {
        return word;
    }

    /** What the page prints in place of a figure. */
    public String printed() {
        return printed;
    }
}
