package org.monthend.validate;

import java.util.List;
import org.monthend.catalogue.Catalogue;

/** What came of reading the catalogue workbook: all of it, or what is wrong with it, cell by cell. */
public sealed interface CatalogueReading {

    record Complete(Catalogue catalogue) implements CatalogueReading {}

    /** @param faults one sentence each: sheet, cell, what was found, what to do */
    record Faulty(List<String> faults) implements CatalogueReading {}
}
