package org.monthend.scorecard;

import java.math.RoundingMode;
import java.util.stream.Stream;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * A quarter whose months say something else than an earlier scorecard reported, by more than rounding. The scorecard
 * shows what the months say; someone has to say which of the two is right.
 *
 * @param computed what the months say
 */
public record QuarterDifference(Measure measure, Figure computed, QuarterFigure reported) {

    /** All differences in the quarters that a scorecard shows, in the order of the page. */
    public static Stream<QuarterDifference> in(Scorecard scorecard) {
        return scorecard.measures().stream()
                .flatMap(line -> line.quarters().stream()
                        .flatMap(cell -> cell.contradicted(line.measure()).stream()
                                .map(reported -> new QuarterDifference(line.measure(), cell.figure(), reported))));
    }

    /** 2014/15 Qtr3 reported as 60, computed as 58.3: both figures, the computed one with a decimal more. */
    public String figures() {
        return "%s reported as %s, computed as %s"
                .formatted(reported.quarter().label(), reportedWords(), computedWords());
    }

    /** The same as a sentence that names the measure. */
    public String sentence() {
        return "%s in %s was reported as %s in the scorecard of %s, but its months make it %s."
                .formatted(
                        measure.name(),
                        reported.quarter().label(),
                        reportedWords(),
                        reported.reportedIn().label(),
                        computedWords());
    }

    private String reportedWords() {
        return reported.figure() instanceof Figure.Missing missing
                ? "'" + missing.reason().printed() + "'"
                : reported.figure()
                        .reportedValue()
                        .map(value -> Printed.asStated(value, measure))
                        .orElseThrow();
    }

    private String computedWords() {
        return computed instanceof Figure.Missing missing
                ? "'" + missing.reason().printed() + "'"
                : computed.reportedValue()
                                .orElseThrow()
                                .setScale(measure.decimals() + 1, RoundingMode.HALF_UP)
                                .toPlainString()
                        + (measure.unit() == Unit.PERCENT ? "%" : "");
    }
}
