package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;

/**
 * Where the month stands.
 *
 * @param parts one, or one for each figure where several figures stand across under each month
 * @param latest the latest month that was read there
 * @param columns the columns of months, where they stand across; the one of the month, where it has one
 */
record MonthPlace(List<SuggestedPart> parts, Optional<ReportingMonth> latest, Set<Integer> columns) {

    /** The first of the parts, which speaks for all. */
    SuggestedPart part() {
        return parts.get(0);
    }

    boolean isAcross() {
        return part().part().where().equals("across");
    }

    MonthPlace with(List<String> alternatives) {
        SuggestedPart first = part();
        List<SuggestedPart> all = new ArrayList<>(parts);
        all.set(0, new SuggestedPart(first.part(), first.cell(), first.confidence(), first.reason(), alternatives));
        return new MonthPlace(all, latest, columns);
    }
}
