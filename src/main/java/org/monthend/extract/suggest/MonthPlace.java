package org.monthend.extract.suggest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;

/**
 * Where the month stands.
 *
 * @param latest the latest month that was read there
 * @param columns the columns of months, where they stand across; the one of the month, where it has one
 */
record MonthPlace(SuggestedPart part, Optional<ReportingMonth> latest, Set<Integer> columns) {

    boolean isAcross() {
        return part.part().where().equals("across");
    }

    MonthPlace with(List<String> alternatives) {
        return new MonthPlace(
                new SuggestedPart(part.part(), part.cell(), part.confidence(), part.reason(), alternatives),
                latest,
                columns);
    }
}
