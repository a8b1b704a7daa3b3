package org.monthend.catalogue;

/** How the months of a measure become a quarter; stated for every measure, never assumed. */
public enum Aggregation {
    /** Counted over the month; a quarter is the sum of its months. */
    FLOW("flow"),
    /** Counted over the month; a quarter is the mean of its months. */
    FLOW_MEAN("flow_mean"),
    /** Counted at month end; a quarter is its last month. */
    STOCK("stock"),
    /** Counted over the three months that end with the month; a quarter is its last month. */
    ROLLING_3M("rolling_3m"),
    /** Numerator and denominator are counted over the month; a quarter is the ratio of their sums. */
    RATIO("ratio"),
    /** Numerator and denominator stand at month end; a quarter is its last month. */
    STOCK_RATIO("stock_ratio"),
    /** A position among others; months never add up. */
    RANK("rank");

    private final String word;

    Aggregation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isRatio() {
        return this == RATIO || this == STOCK_RATIO;
    }

    /** Whether a quarter is the figure of its last month. */
    public boolean takesLastMonth() {
        return this == STOCK || this == ROLLING_3M || this == STOCK_RATIO;
    }
}
