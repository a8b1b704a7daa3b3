package org.monthend.job;

import org.monthend.load.CatalogueRefused;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.WarehouseUnavailable;

/** What helps against a failure of the night. */
enum Remedy {
    /** Another run holds a month: waiting, however long it takes. */
    PATIENCE,
    /** The database went away, or something unexpected happened: trying again, a few times. */
    ANOTHER_TRY,
    /** The catalogue is refused: nothing but a person. */
    A_PERSON;

    static Remedy of(RuntimeException failure) {
        if (failure instanceof MonthIsHeld) {
            return PATIENCE;
        }
        return failure instanceof CatalogueRefused ? A_PERSON : ANOTHER_TRY;
    }

    /** Whether the failure's message is a sentence for people. */
    static boolean saysWhy(RuntimeException failure) {
        return failure instanceof MonthIsHeld
                || failure instanceof CatalogueRefused
                || failure instanceof WarehouseUnavailable
                || failure instanceof MonthFailed;
    }
}
