package org.monthend.steward;

import java.time.Instant;
import java.util.List;
import org.monthend.calendar.ReportingMonth;

/** What a steward has said need not come; kept by the warehouse, where every word of it stays. */
public interface Waivers {

    /** Those that hold for a month. */
    List<Waiver> of(ReportingMonth month);

    /** Notes that the return need not come for the month. */
    void waive(ReportingMonth month, String returnCode, String reason, String by);

    /** Notes that it must come after all. */
    void takeBack(ReportingMonth month, String returnCode, String reason, String by);

    /** Why a return need not come, who says so and since when. */
    record Waiver(String returnCode, String reason, String by, Instant at) {}
}
