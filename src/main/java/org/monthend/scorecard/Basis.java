package org.monthend.scorecard;

/** Where a quarter's figure comes from. */
public enum Basis {
    /** From the months of the quarter. */
    COMPUTED("computed"),
    /** From an earlier scorecard, as the months of the quarter are not known. */
    REPORTED("reported");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    /** The word that the warehouse keeps. */
    public String word() {
        return word;
    }
}
