package org.monthend.scorecard;

/** How the latest figure stands to its target. */
public enum TargetStanding {
    MET("met", "On target"),
    WITHIN_TOLERANCE("within_tolerance", "Within tolerance"),
    MISSED("missed", "Off target"),
    NO_TARGET("no_target", "No target"),
    NO_FIGURE("no_figure", "No figure");

    private final String word;
    private final String label;

    TargetStanding(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word that the warehouse keeps. */
    public String word() {
        return word;
    }

    /** What the page says. */
    public String label() {
        return label;
    }
}
