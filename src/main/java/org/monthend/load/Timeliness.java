package org.monthend.load;

/**
 * Whether a return came in time.
 *
 * @param atLeast working days by which it is late for certain; 0 unless late or overdue
 * @param atMost working days by which it may be late, if it came only just before it was seen; for what is overdue the
 *     same
 */
public record Timeliness(Kind kind, int atLeast, int atMost) {

    public enum Kind {
        NOT_YET_DUE,
        IN_TIME,
        LATE,
        /** It has not come. */
        OVERDUE,
        WAIVED,
        /** It was seen after it was due, but nobody looked in between, or nobody watched yet. */
        UNKNOWN
    }

    /** In time, or nobody can say by how much not. */
    public static Timeliness of(Kind kind) {
        return new Timeliness(kind, 0, 0);
    }

    /** Whether it says anything of how punctual the sender is. */
    boolean counts() {
        return kind != Kind.WAIVED && kind != Kind.NOT_YET_DUE;
    }
}
