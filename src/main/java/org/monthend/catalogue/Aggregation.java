package org.monthend.catalogue;

/** How the months of a measure become a quarter; stated for every measure, never assumed. */
public enum Aggregation {
    /** Counted over the month; a quarter is the sum of its months. */
    FLOW("flow", "the sum of its months"),
    /** Counted over the month; a quarter is the mean of its months. */
    FLOW_MEAN("flow_mean", "the mean of its months"),
    /** Counted at month end; a quarter is its last month. */
    STOCK("stock", "its last month"),
    /** Counted over the three months that end with the month; a quarter is its last month. */
    ROLLING_3M("rolling_3m", "its last month, which counts three months already"),
    /** Numerator and denominator are counted over the month; a quarter is the ratio of their sums. */
    RATIO("ratio", "the sum of the numerators over the sum of the denominators"),
    /** Numerator and denominator stand at month end; a quarter is its last month. */
    STOCK_RATIO("stock_ratio", "its last month"),
    /** A position among others; months never add up. */
    RANK("rank", "none: positions do not add up");

    private final String word;
    private final String quarter;

    Aggregation(String word, String quarter) {
        this.word = word;
        this.quarter = quarter;
    }

    public String word() {
        return word;
    }

    /** What a quarter is, as the end of a sentence. */
    public String quarter() {
        return quarter;
    }

    public boolean isRatio() {
        return this == RATIO || this == STOCK_RATIO;
    }

    /** Whether a quarter is the figure of its last month. */
    public boolean takesLastMonth() {
        return this == STOCK || this == ROLLING_3M || this == STOCK_RATIO;
    }
}
