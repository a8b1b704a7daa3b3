package org.monthend.load;

import org.monthend.catalogue.Catalogue;

/** Where the catalogue is kept: the warehouse's dimensions, targets and baselines. */
public interface CatalogueStore {

    /** Makes the catalogue current, in one transaction; changes nothing and returns false when it is already. */
    boolean save(Catalogue catalogue);
}
