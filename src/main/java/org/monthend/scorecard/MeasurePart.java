package org.monthend.scorecard;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Organisation;

/** One measure of one part of an organisation. */
public record MeasurePart(Organisation organisation, MeasureLine line) {

    /** What is known of a month; empty where the part says nothing of it. */
    public Optional<MonthFigure> in(ReportingMonth month) {
        return line.months().stream().filter(each -> each.month().equals(month)).findFirst();
    }

    /** The point of the scorecard's month where it is more than chance. */
    Optional<ControlPoint> specialCause() {
        return line.chart()
                .variation()
                .filter(variation -> variation != Variation.COMMON_CAUSE)
                .map(variation ->
                        line.chart().points().get(line.chart().points().size() - 1));
    }
}
