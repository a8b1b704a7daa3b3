package org.monthend.catalogue;

import java.math.BigDecimal;

/** What a measure counts in, and by what a fraction is multiplied to be in it. */
public enum Unit {
    COUNT("count", 1),
    PERCENT("percent", 100),
    PER_10000("per_10000", 10_000),
    DAYS("days", 1),
    WEEKS("weeks", 1),
    CASES_PER_FTE("cases per FTE", 1),
    DAYS_PER_FTE("days per FTE", 1);

    private final String word;
    private final BigDecimal multiplier;

    Unit(String word, int multiplier) {
        this.word = word;
        this.multiplier = BigDecimal.valueOf(multiplier);
    }

    /** The word that the catalogue workbook and the warehouse use. */
    public String word() {
        return word;
    }

    /** 100 for percentages, 10,000 for rates, 1 otherwise: value = multiplier × numerator / denominator. */
    public BigDecimal multiplier() {
        return multiplier;
    }
}
