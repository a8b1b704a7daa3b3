package org.monthend.steward;

import java.util.Locale;

/**
 * What there is to say of a file of the month's folder that is not simply the one that counts.
 *
 * @param file the sender's name of it: data, never a path to write to
 * @param words what is the matter, and what to do
 */
public record FileRemark(String file, Kind kind, String words) {

    /** What is the matter with it. */
    public enum Kind {
        NEW,
        /** Known, but a mended catalogue reads it otherwise. */
        READ_ANEW,
        NO_RETURN,
        OLDER,
        /** Older, but nothing was loaded of the file that came later. */
        STILL_COUNTS,
        SAME_BYTES,
        RENAMED,
        UNFINISHED,
        OPEN_IN_EXCEL;

        /** same_bytes, for programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
