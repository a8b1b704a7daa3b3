package org.monthend.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.Catalogue;

/** Where the catalogue is kept: the warehouse's dimensions, targets and baselines. */
public interface CatalogueStore {

    /** Makes the catalogue current, in one transaction; changes nothing and returns false when it is already. */
    boolean save(Catalogue catalogue);

    /**
     * Keeps the bytes that the catalogue was read from, once by their digest, so that earlier scorecards can be computed anew.
     * Nothing is kept of a file that has been changed meanwhile.
     */
    void keep(CatalogueFile file, Catalogue catalogue);

    /** Digest of the catalogue that was in force at the time; empty when there was none. */
    Optional<String> inForce(Instant time);

    /** Notes which returns are due; a due date that the catalogue has changed is changed here too. */
    void expect(List<ReturnDue> due);
}
