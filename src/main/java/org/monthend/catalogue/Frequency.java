package org.monthend.catalogue;

/** How often a measure is reported, or a return is due. */
public enum Frequency {
    MONTHLY("monthly"),
    /** Reported for a whole quarter, under the quarter's last month. */
    QUARTERLY("quarterly"),
    /** Of a return alone: it comes when it comes, and is never missing. An earlier scorecard is such a return. */
    ONCE("once");

    private final String word;

    Frequency(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
