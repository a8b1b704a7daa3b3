package org.monthend.scorecard;

import java.time.Instant;
import java.util.Optional;

/**
 * A scorecard as issued.
 *
 * @param number 1 for the first edition of a month
 * @param dataAsAt what was known: nothing recorded later is in it
 */
public record Edition(
        int number,
        Status status,
        Instant dataAsAt,
        Optional<Instant> publishedAt,
        String publishedBy,
        Scorecard scorecard) {

    /** Draft until published; a published one never changes, and is superseded by the next. */
    public enum Status {
        DRAFT("draft"),
        PUBLISHED("published"),
        SUPERSEDED("superseded");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
