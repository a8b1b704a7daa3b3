package org.monthend.scorecard;

/** Which rule says that a point of a control chart is more than chance, or that none does. */
public enum SpecialCause {
    COMMON("Common Cause", "within the usual range", 0),
    ABOVE_UPPER_LIMIT("Above UCL", "above the upper limit", 1),
    BELOW_LOWER_LIMIT("Below LCL", "below the lower limit", -1),
    /** Seven points, each above the one before. */
    RISING("7 Point Trend (Increasing)", "seven months rising", 1),
    FALLING("7 Point Trend (Decreasing)", "seven months falling", -1),
    /** Two of three points in a row between the near and the outer limit. */
    TWO_IN_THREE_ABOVE("2 in 3 Above CL", "two of three months near the upper limit", 1),
    TWO_IN_THREE_BELOW("2 in 3 Below CL", "two of three months near the lower limit", -1),
    /** Seven points in a row on one side of the mean. */
    SHIFT_ABOVE("7 Points Above CL", "seven months above the mean", 1),
    SHIFT_BELOW("7 Points Below CL", "seven months below the mean", -1);

    private final String word;
    private final String label;
    private final int side;

    SpecialCause(String word, String label, int side) {
        this.word = word;
        this.label = label;
        this.side = side;
    }

    /** The word that the reference package (NHSRplotthedots) has for it; so the warehouse keeps it. */
    public String word() {
        return word;
    }

    /** What the page says. */
    public String label() {
        return label;
    }

    /** 1 for high, -1 for low, 0 for neither. */
    public int side() {
        return side;
    }
}
