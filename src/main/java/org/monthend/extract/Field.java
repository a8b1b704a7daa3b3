package org.monthend.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a value in a row is about. The catalogue's layouts name fields by these words in lower case. */
public enum Field {
    MEASURE,
    ORGANISATION,
    MONTH,
    /** A fiscal quarter, where a table states figures of quarters beside or instead of months. */
    QUARTER,
    /** Which figure a row holds where months stand across: numerator, denominator or value. */
    FIGURE,
    NUMERATOR,
    DENOMINATOR,
    VALUE,
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
    PROJECT,
    PROGRESS,
    FINANCE,
    NARRATIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
