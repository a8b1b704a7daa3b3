package org.monthend.extract;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a value in a row is about. The catalogue's layouts name fields by these words in lower case. */
public enum Field {
    MEASURE,
    ORGANISATION,
    /** The organisation's name where a code stands beside it; it counts only where the code is blank. */
    ORGANISATION_NAME,
    MONTH,
    /** The year of a month that is written without one. */
    YEAR,
    /** A fiscal quarter, where a table states figures of quarters beside or instead of months. */
    QUARTER,
    /** Which figure a row holds where months stand across: numerator, denominator or value. */
    FIGURE,
    NUMERATOR,
    /** Those of the denominator that the numerator leaves out: breaches, where the measure counts what was in time. */
    REMAINDER,
    DENOMINATOR,
    VALUE,
    /** How the figures of a row are written: %, £k, per 10,000. */
    UNIT,
    STATUS,
    COMMENT,
    SCHEME,
    CATEGORY,
    COUNT,
    SHARE,
    LINE,
    BUDGET,
    FORECAST,
    VARIANCE,
    /** What was spent from 1 April to the month's end. */
    SPEND_TO_DATE,
    /** What is ordered for the rest of the year and is no part of the monthly run of spend. */
    COMMITTED,
    PROJECT,
    PROGRESS,
    FINANCE,
    NARRATIVE;

    private static final Set<Field> FIGURES = EnumSet.of(
            NUMERATOR,
            REMAINDER,
            DENOMINATOR,
            VALUE,
            STATUS,
            COUNT,
            SHARE,
            BUDGET,
            FORECAST,
            VARIANCE,
            SPEND_TO_DATE,
            COMMITTED,
            PROGRESS,
            FINANCE);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    public String word() {
        return word;
    }

    /** Whether it holds what a row states, rather than what the row is about. */
    public boolean isFigure() {
        return FIGURES.contains(this);
    }

    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
