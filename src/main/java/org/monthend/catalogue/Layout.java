package org.monthend.catalogue;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/**
 * Where things stand on a sheet, as data: one row of the catalogue's Layouts sheet for each part.
 *
 * @param from the first month whose returns have this layout
 * @param to the last one; empty while it holds on
 */
public record Layout(String code, ReportingMonth from, Optional<ReportingMonth> to, List<LayoutPart> parts) {

    public boolean holdsIn(ReportingMonth month) {
        return !month.isBefore(from) && to.map(last -> !month.isAfter(last)).orElse(true);
    }

    public List<LayoutPart> parts(String name) {
        return parts.stream().filter(part -> part.part().equals(name)).toList();
    }

    /** What the part says, or the given words where the layout has no such part. */
    public String words(String name, String otherwise) {
        return parts(name).stream().map(LayoutPart::words).findFirst().orElse(otherwise);
    }
}
