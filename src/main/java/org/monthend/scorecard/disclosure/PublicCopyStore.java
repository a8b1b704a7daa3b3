package org.monthend.scorecard.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Edition;

/** Where public copies are kept, each beside the edition that it is of. */
public interface PublicCopyStore {

    /**
     * The public copy of an issued edition: the one that is kept, or the one that is made now and kept, in one transaction.
     * Copies are made one at a time, so that each reckons with all before it.
     *
     * @param by who makes it; not blank
     * @param press makes the files, given all copies that are out, oldest first; empty where none can be made
     * @return empty where there is none and none can be made
     */
    Optional<PublicCopy> copy(
            Edition edition,
            String organisationCode,
            String by,
            Function<List<PublicCopy>, Optional<PublicFiles>> press);

    /**
     * A copy that is kept.
     *
     * @param number counted over all months, from 1
     * @param digest of the chain of copies up to it, in lower-case hexadecimal
     * @param isNew made just now
     */
    record PublicCopy(
            int number,
            ReportingMonth month,
            int edition,
            Instant madeAt,
            String madeBy,
            PublicFiles files,
            String digest,
            boolean isNew) {}
}
