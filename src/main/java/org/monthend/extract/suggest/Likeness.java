package org.monthend.extract.suggest;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.monthend.catalogue.FoldedName;

/**
 * How alike two names are: by the words they share (Dice's coefficient), or by the letters to be changed (Levenshtein's
 * distance). A likeness is a reason to look, never one to load.
 *
 * @param share from 0 to 1
 * @param reason in words
 */
record Likeness(double share, String reason) {

    private static final double LEAST_OF_WORDS = 0.6;
    private static final double LEAST_OF_LETTERS = 0.8;
    private static final int LONGEST = 120;

    /** The likeness of two names that are not equal; empty when they are not alike. */
    static Optional<Likeness> of(String one, String other) {
        String left = FoldedName.of(one).text();
        String right = FoldedName.of(other).text();
        if (left.length() > LONGEST || right.length() > LONGEST || left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Set<String> leftWords = words(left);
        Set<String> rightWords = words(right);
        Set<String> shared = new LinkedHashSet<>(leftWords);
        shared.retainAll(rightWords);
        double ofWords = 2.0 * shared.size() / Math.max(1, leftWords.size() + rightWords.size());
        if (shared.size() > 1 && ofWords >= LEAST_OF_WORDS) {
            return Optional.of(new Likeness(
                    ofWords,
                    String.format(
                            Locale.UK,
                            "%d of %d words are the same",
                            shared.size(),
                            Math.max(leftWords.size(), rightWords.size()))));
        }
        int longest = Math.max(left.length(), right.length());
        int changes = Math.abs(left.length() - right.length()) > longest / 4 ? longest : changes(left, right);
        double ofLetters = 1 - (double) changes / longest;
        return ofLetters >= LEAST_OF_LETTERS
                ? Optional.of(new Likeness(ofLetters, changes == 1 ? "1 letter differs" : changes + " letters differ"))
                : Optional.empty();
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    /** The least number of letters to put in, take out or exchange. */
    static int changes(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int exchange = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                now[column] =
                        Math.min(Math.min(now[column - 1] + 1, before[column] + 1), before[column - 1] + exchange);
            }
            before = now;
        }
        return before[other.length()];
    }
}
