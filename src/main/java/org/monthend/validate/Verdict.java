package org.monthend.validate;

import java.util.Locale;

/** What became of a submission: exactly one of these. */
public enum Verdict {
    ACCEPTED("loaded"),
    ACCEPTED_WITH_QUERIES("loaded with queries"),
    PARTLY_ACCEPTED("partly loaded"),
    REFUSED("refused"),
    DEFERRED("deferred"),
    IGNORED("ignored");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a steward reads. */
    public String label() {
        return label;
    }

    /** Whether it is final: a file that is deferred or ignored is looked at again. */
    public boolean isDecision() {
        return this != DEFERRED && this != IGNORED;
    }

    public boolean isLoaded() {
        return this == ACCEPTED || this == ACCEPTED_WITH_QUERIES || this == PARTLY_ACCEPTED;
    }
}
