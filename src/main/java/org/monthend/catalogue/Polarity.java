package org.monthend.catalogue;

/** Which way a measure ought to move. */
public enum Polarity {
    HIGHER_IS_BETTER("higher"),
    LOWER_IS_BETTER("lower"),
    /** Neither way is better; the measure is read as context. */
    CONTEXT("context");

    private final String word;

    Polarity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
