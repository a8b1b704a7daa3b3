package org.monthend.load;

import java.util.Locale;

/**
 * A file that is to be judged: one of the folder, or one that is kept and has left it.
 *
 * @param returnCode empty when it belongs to no return
 * @param sha256 digest of its bytes, in lower-case hexadecimal; empty where they could not be read
 */
public record FileToJudge(Occasion occasion, Place place, String returnCode, String name, String sha256) {

    /** Where its bytes are. */
    public enum Place {
        FOLDER,
        KEPT
    }

    private static final String BETWEEN = ":";

    /** All of it in a line, in which no / stands. */
    public String line() {
        return String.join(BETWEEN, word(occasion), word(place), returnCode, sha256, name);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What {@link #line()} has written. */
    public static FileToJudge of(String line) {
        String[] parts = line.split(BETWEEN, 5);
        return new FileToJudge(
                Occasion.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Place.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts[2],
                parts[4],
                parts[3]);
    }
}
