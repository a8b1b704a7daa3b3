package org.monthend.load;

import java.util.Locale;

/**
 * A file that is to be judged: one of the folder, or one that is kept and has left it.
 *
 * @param returnCode empty when it belongs to no return
 * @param sha256 digest of its bytes, in lower-case hexadecimal
 */
public record UndecidedFile(Place place, String returnCode, String name, String sha256) {

    /** Where its bytes are. */
    public enum Place {
        FOLDER,
        KEPT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String BETWEEN = ":";

    /** All of it in a line, in which no / stands. */
    public String line() {
        return String.join(BETWEEN, place.word(), returnCode, sha256, name);
    }

    /** What {@link #line()} has written. */
    public static UndecidedFile of(String line) {
        String[] parts = line.split(BETWEEN, 4);
        return new UndecidedFile(Place.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[3], parts[2]);
    }
}
