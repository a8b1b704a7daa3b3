package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scorecard is published in spite of.
 *
 * @param openQueries queries of the month's returns that nobody has explained
 * @param returnsMissing returns that are due, not waived, and have not come
 * @param returnsRefused returns whose last file was refused
 * @param returnsInPart returns with rejected rows
 * @param sentences each of these in a sentence
 */
public record Caveats(
        int openQueries, int returnsMissing, int returnsRefused, int returnsInPart, List<String> sentences) {

    /** With 2 open queries and 1 return missing; empty when there is nothing to say. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (openQueries > 0) {
            parts.add(openQueries + (openQueries == 1 ? " open query" : " open queries"));
        }
        returns(parts, returnsMissing, "missing");
        returns(parts, returnsRefused, "refused");
        returns(parts, returnsInPart, "loaded in part");
        if (parts.isEmpty()) {
            return "";
        }
        String last = parts.remove(parts.size() - 1);
        return "with " + (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last);
    }

    private static void returns(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + (number == 1 ? " return " : " returns ") + what);
        }
    }
}
