package org.monthend.scorecard;

import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;

/** Where editions are issued: the warehouse, and in it the book of publications. */
public interface PublicationStore {

    /**
     * Publishes the month's draft in one transaction: the edition before it is superseded, content, page and workbook are
     * frozen with their digests, and the book of publications gets its next entry.
     *
     * @param by who publishes it; not blank
     * @param note what they note with it; may be empty
     * @param press draws the edition as it will be published
     */
    Publishing publish(
            ReportingMonth month,
            String organisationCode,
            String by,
            String note,
            Function<Edition, EditionFiles> press);

    /** What came of it. */
    sealed interface Publishing {}

    /**
     * @param number of the publication, counted over all months
     * @param digest of the chain up to it, in lower-case hexadecimal
     */
    record Published(Edition edition, EditionFiles files, Caveats caveats, int number, String digest)
            implements Publishing {}

    /** The published edition says all that is known. */
    record Unchanged(Edition edition) implements Publishing {}

    /** It cannot be published, and why, in a sentence that says what to do. */
    record Refused(String why) implements Publishing {}
}
