package org.monthend.scorecard;

import org.monthend.catalogue.Unit;

/** What the figures of a series can be, which decides the scale it is forecast on. */
public enum SeriesKind {
    /** 0 to 100. */
    PERCENT,
    /** Whole things counted. */
    COUNT,
    /** Rates, days, weeks and the like. */
    POSITIVE;

    public static SeriesKind of(Unit unit) {
        return switch (unit) {
            case PERCENT -> PERCENT;
            case COUNT -> COUNT;
            case PER_10000, DAYS, WEEKS, CASES_PER_FTE, DAYS_PER_FTE -> POSITIVE;
        };
    }
}
