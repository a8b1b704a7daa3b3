package org.monthend.extract.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What separates the fields of a delimited text.
 *
 * @param declared whether the file's first line says so, {@code sep=;}; that line is no record
 * @param inDoubt whether another character parts as many records
 */
record CsvDelimiter(char character, boolean declared, boolean inDoubt) {

    /** Rarest in other uses first: a comma also stands in texts and numbers. */
    private static final char[] CANDIDATES = {'\t', ';', ','};

    /**
     * Finds the delimiter by the beginning of a text: the one that parts the most records into the same number of fields.
     * A text without any has one column.
     */
    static CsvDelimiter of(String beginning) {
        if (beginning.regionMatches(true, 0, "sep=", 0, 4)
                && beginning.length() > 4
                && beginning.charAt(4) >= '\t'
                && beginning.charAt(4) != '\n'
                && beginning.charAt(4) != '\r') {
            return new CsvDelimiter(beginning.charAt(4), true, false);
        }
        if (beginning.regionMatches(true, 0, "\"sep=", 0, 5) && beginning.length() > 6 && beginning.charAt(6) == '"') {
            return new CsvDelimiter(beginning.charAt(5), true, false);
        }
        char best = ',';
        int bestScore = 0;
        boolean inDoubt = false;
        for (char candidate : CANDIDATES) {
            int score = score(candidate, beginning);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
                inDoubt = false;
            } else if (score == bestScore) {
                inDoubt = score > 0;
            }
        }
        return new CsvDelimiter(best, false, inDoubt);
    }

    /** How many records have the commonest number of delimiters above none. */
    private static int score(char delimiter, String text) {
        Map<Integer, Integer> records = new HashMap<>();
        for (int count : counts(delimiter, text)) {
            if (count > 0) {
                records.merge(count, 1, Integer::sum);
            }
        }
        return records.values().stream().max(Integer::compare).orElse(0);
    }

    /** The number of delimiters in each record, those in quotes left out; the last record may be cut off. */
    private static List<Integer> counts(char delimiter, String text) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r')) {
                counts.add(count);
                count = 0;
            } else if (!quoted && character == delimiter) {
                count++;
            }
        }
        if (counts.isEmpty() || count > 0) {
            counts.add(count);
        }
        return counts;
    }

    /** A comma that parts more records than anything else is what everyone expects. */
    boolean isWorthSaying() {
        return character != ',' || inDoubt;
    }

    String word() {
        return switch (character) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "'" + character + "'";
        };
    }
}
