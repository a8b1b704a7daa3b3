package org.monthend.load;

import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** Sees to it that a month is loaded by one run at a time. */
public interface MonthLocks {

    /**
     * Takes all the months or none.
     *
     * @throws MonthIsHeld when another run holds one of them; it says who, and since when
     */
    Held take(List<ReportingMonth> months);

    /** The months taken; they are let go on close, and also when the process or its connection dies. */
    interface Held extends AutoCloseable {

        /**
         * Makes sure that the months are still held.
         *
         * @throws WarehouseUnavailable when the connection that holds them is gone
         */
        void confirm();

        @Override
        void close();
    }
}
