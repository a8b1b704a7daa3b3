package org.monthend.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scorecard as issued.
 *
 * @param number 1 for the first edition of a month
 * @param dataAsAt what was known: nothing recorded later is in it
 * @param methodVersion the rules and formulas that its figures were judged by
 * @param caveats what it was published with, such as "with 2 open queries and 1 return missing"; empty without any, and
 *     for a draft
 * @param revisions what it says otherwise than the edition published before it; empty for the first of a month
 * @param succession which edition superseded it, and when
 * @param sources by the revision of a month's figure: the statement that it is, and those before it, newest first; empty
 *     for what was computed without being kept
 */
public record Edition(
        int number,
        Status status,
        Instant dataAsAt,
        Optional<Instant> publishedAt,
        String publishedBy,
        Scorecard scorecard,
        String methodVersion,
        String caveats,
        Optional<RevisionNotice> revisions,
        Optional<Succession> succession,
        Map<Long, List<FigureSource>> sources) {

    /** A first edition, computed by the method of today. */
    public Edition(
            int number,
            Status status,
            Instant dataAsAt,
            Optional<Instant> publishedAt,
            String publishedBy,
            Scorecard scorecard) {
        this(
                number,
                status,
                dataAsAt,
                publishedAt,
                publishedBy,
                scorecard,
                Scorecard.METHOD_VERSION,
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public EditionStamp stamp() {
        return new EditionStamp(number, status, dataAsAt);
    }

    /** The edition that took the place of another, and when it did. */
    public record Succession(int number, Instant publishedAt) {}

    /** The same edition with what it says otherwise than the one before. */
    public Edition with(RevisionNotice notice) {
        return new Edition(
                number,
                status,
                dataAsAt,
                publishedAt,
                publishedBy,
                scorecard,
                methodVersion,
                caveats,
                Optional.of(notice),
                succession,
                sources);
    }

    /** The same edition of one of its organisations; the revisions since the one before are the whole's. */
    public Edition about(Scorecard part) {
        return new Edition(
                number,
                status,
                dataAsAt,
                publishedAt,
                publishedBy,
                part,
                methodVersion,
                caveats,
                Optional.empty(),
                succession,
                sources);
    }

    /** The same draft as it will be once it is published. */
    public Edition published(Instant at, String by, String with) {
        return new Edition(
                number,
                Status.PUBLISHED,
                dataAsAt,
                Optional.of(at),
                by,
                scorecard,
                methodVersion,
                with,
                revisions,
                Optional.empty(),
                sources);
    }

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
