package org.monthend.scorecard;

import org.monthend.catalogue.Polarity;

/** Whether a direction is better or worse: a fact apart from the direction itself. */
public enum Judgement {
    BETTER("better"),
    WORSE("worse"),
    NEUTRAL("neutral");

    private final String word;

    Judgement(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Direction × polarity; context measures are neutral whichever way they move. */
    public static Judgement of(Direction direction, Polarity polarity) {
        if (polarity == Polarity.CONTEXT) {
            return NEUTRAL;
        }
        return switch (direction) {
            case LEVEL, NONE -> NEUTRAL;
            case UP -> polarity == Polarity.HIGHER_IS_BETTER ? BETTER : WORSE;
            case DOWN -> polarity == Polarity.LOWER_IS_BETTER ? BETTER : WORSE;
        };
    }
}
