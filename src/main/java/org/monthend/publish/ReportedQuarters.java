package org.monthend.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.QuarterDifference;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Scorecard;

/** What a scorecard says of the quarters that it took over from earlier scorecards. */
final class ReportedQuarters {

    /** The mark beside such a quarter. */
    static final String MARK = "r";

    /** More sentences than these would push the figures off the page. */
    private static final int TOLD_ONE_BY_ONE = 3;

    private ReportedQuarters() {}

    static boolean isShownIn(PeriodFigure cell) {
        return cell.shownAsReported().isPresent() && !cell.printed().isEmpty();
    }

    /** As reported in the scorecard of Dec-15; empty where every quarter was computed. */
    static Optional<String> note(Scorecard scorecard) {
        String months = scorecard.measures().stream()
                .map(MeasureLine::quarters)
                .flatMap(List::stream)
                .flatMap(cell -> cell.shownAsReported().stream())
                .map(QuarterFigure::reportedIn)
                .distinct()
                .sorted()
                .map(month -> month.label())
                .collect(Collectors.joining(" and "));
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of("as reported in the scorecard of " + months + "; not computed from monthly returns");
    }

    /** Where months and an earlier scorecard differ, as queries. */
    static List<String> queries(Scorecard scorecard) {
        List<QuarterDifference> differences = QuarterDifference.in(scorecard).toList();
        if (differences.size() <= TOLD_ONE_BY_ONE) {
            return differences.stream().map(QuarterDifference::sentence).toList();
        }
        return List.of(
                "%d quarters differ from what an earlier scorecard reported, beginning with %s of %s; each is an issue of its own."
                        .formatted(
                                differences.size(),
                                differences.get(0).figures(),
                                differences.get(0).measure().name()));
    }
}
