package org.monthend.scorecard;

import org.monthend.catalogue.Polarity;

/** What a point of a control chart means for the measure; that of the last point is the variation icon. */
public enum Variation {
    COMMON_CAUSE("common_cause", "Usual variation"),
    IMPROVEMENT("special_cause_improvement", "Improvement"),
    CONCERN("special_cause_concern", "Concern"),
    /** Unusually high, of a measure where neither way is better. */
    NEUTRAL_HIGH("special_cause_neutral_high", "Unusually high"),
    NEUTRAL_LOW("special_cause_neutral_low", "Unusually low");

    private final String word;
    private final String label;

    Variation(String word, String label) {
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

    /** Special cause × polarity. */
    public static Variation of(SpecialCause cause, Polarity polarity) {
        if (cause == SpecialCause.COMMON) {
            return COMMON_CAUSE;
        }
        boolean high = cause.side() > 0;
        return switch (polarity) {
            case CONTEXT -> high ? NEUTRAL_HIGH : NEUTRAL_LOW;
            case HIGHER_IS_BETTER -> high ? IMPROVEMENT : CONCERN;
            case LOWER_IS_BETTER -> high ? CONCERN : IMPROVEMENT;
        };
    }
}
