package org.monthend.load;

import org.monthend.calendar.ReportingMonth;

/**
 * A figure that was revised, or stated for the first time.
 *
 * @param kind measure, quarter, finance, distribution, audit or project
 * @param code of the measure, line, category or project
 * @param organisationCode empty for projects
 * @param month that it is about; of a quarter the last one
 * @param before what was said; empty when nothing was
 * @param after what is said; empty when it was withdrawn
 * @param reason of the revision; empty for what is said for the first time
 */
public record RevisedFigure(
        String kind,
        String code,
        String name,
        String organisationCode,
        ReportingMonth month,
        String before,
        String after,
        String reason) {}
