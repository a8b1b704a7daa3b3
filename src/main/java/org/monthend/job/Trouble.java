package org.monthend.job;

import java.util.Locale;
import org.monthend.load.CatalogueRefused;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.WarehouseUnavailable;

/** What kept a night from succeeding; it decides whether the night is tried again, and what people are told to do. */
public enum Trouble {
    NONE,
    /** Another run holds a month: the night waits for it, however long it takes. */
    MONTH_HELD,
    /** The warehouse cannot be reached or has gone away. */
    WAREHOUSE_AWAY,
    /** Something broke that may not break again. */
    BROKE_OFF,
    /** The catalogue is not there or not right: nothing helps but a person. */
    CATALOGUE_REFUSED,
    /** All is loaded, but an integrity check found what must not be: nothing helps but a person. */
    CHECK_VIOLATED,
    /** Instance after instance died over it. */
    INSTANCES_DIED,
    /** The process was asked to end; whoever runs next takes the night up. */
    STOPPED;

    /** As a program reads it: month_held. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trouble of(RuntimeException failure) {
        if (failure instanceof Stopped) {
            return STOPPED;
        }
        if (failure instanceof MonthIsHeld) {
            return MONTH_HELD;
        }
        if (failure instanceof CatalogueRefused) {
            return CATALOGUE_REFUSED;
        }
        return failure instanceof WarehouseUnavailable || failure.getCause() instanceof WarehouseUnavailable
                ? WAREHOUSE_AWAY
                : BROKE_OFF;
    }

    /** Its first line: what a database adds beneath may hold figures. */
    static String sentence(RuntimeException failure) {
        if (failure instanceof CatalogueRefused refused) {
            int more = refused.faults().size() - 1;
            return refused.faults().get(0) + (more == 0 ? "" : " (and %d more)".formatted(more));
        }
        boolean saysWhy = of(failure) != BROKE_OFF || failure instanceof MonthFailed;
        return saysWhy
                ? String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                : "Something unexpected happened (%s); the log has its trace."
                        .formatted(failure.getClass().getSimpleName());
    }

    /** Whether another try may help. */
    boolean isWorthARetry() {
        return this == MONTH_HELD || this == WAREHOUSE_AWAY || this == BROKE_OFF;
    }

    /** Whether it is tried until it works or the next night falls due. */
    boolean isWaitedFor() {
        return this == MONTH_HELD;
    }
}
