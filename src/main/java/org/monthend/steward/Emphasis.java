package org.monthend.steward;

/** How much a text is to stand out on a terminal that can show it. */
public enum Emphasis {
    HEADING,
    PLAIN,
    GOOD,
    ATTENTION,
    URGENT,
    FAINT;

    static Emphasis of(ReturnStanding standing) {
        return switch (standing) {
            case ACCEPTED -> GOOD;
            case ACCEPTED_WITH_QUERIES, PARTLY_ACCEPTED, DEFERRED, TO_BE_LOADED, WITHDRAWN -> ATTENTION;
            case REFUSED, OVERDUE -> URGENT;
            case WAIVED, NOT_DUE -> FAINT;
            case MISSING -> PLAIN;
        };
    }
}
