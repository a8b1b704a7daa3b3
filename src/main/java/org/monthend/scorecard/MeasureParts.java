package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Organisation;

/**
 * One measure of an organisation beside the same measure of each of its parts.
 *
 * @param parts those that have ever stated a figure of the measure, in the order of the catalogue
 */
public record MeasureParts(
        ReportingMonth month, Organisation organisation, MeasureLine whole, List<MeasurePart> parts) {

    /** The parts of a measure of a scorecard; none where no part has ever stated a figure of it. */
    public static MeasureParts of(Scorecard scorecard, MeasureLine whole) {
        return new MeasureParts(
                scorecard.month(),
                scorecard.organisation(),
                whole,
                scorecard.parts().stream()
                        .flatMap(part -> part.measures().stream()
                                .filter(line -> line.measure()
                                        .code()
                                        .equals(whole.measure().code()))
                                .map(line -> new MeasurePart(part.organisation(), line)))
                        .toList());
    }

    /** What a return says of the whole in the scorecard's month; empty where the whole is made of its parts. */
    public Optional<MonthFigure> stated() {
        return inMonth().filter(figure -> figure.revisionId().isPresent());
    }

    /** What is known of the whole in the scorecard's month, stated or made of its parts. */
    Optional<MonthFigure> inMonth() {
        return new MeasurePart(organisation, whole).in(month);
    }

    /** What the parts add up to in the scorecard's month: the ratio of sums, or the sum; a missing figure where they do not. */
    public MonthFigure sum() {
        return PartsTotal.of(
                        month,
                        whole.measure(),
                        parts.stream().map(part -> part.in(month)).toList())
                .orElseGet(() -> new MonthFigure(
                        month,
                        Optional.empty(),
                        Optional.empty(),
                        whole.latest().figure() instanceof Figure.Missing missing
                                ? missing
                                : Figure.missing(MissingReason.NOT_RECEIVED),
                        "",
                        "",
                        "",
                        OptionalLong.empty()));
    }

    /** Those without a figure for the scorecard's month. */
    public List<MeasurePart> silent() {
        return parts.stream()
                .filter(part -> part.line().latest().figure().reportedValue().isEmpty())
                .toList();
    }

    /** Those to look at first: more than chance, or a target missed that the whole does not miss. */
    public List<MeasurePart> standingOut() {
        return parts.stream()
                .filter(part -> part.specialCause().isPresent() || missesAlone(part))
                .toList();
    }

    /** Whether the part misses its target while the whole misses none. */
    boolean missesAlone(MeasurePart part) {
        TargetStanding ofWhole = whole.target().standing();
        return part.line().target().standing() == TargetStanding.MISSED
                && ofWhole != TargetStanding.MISSED
                && ofWhole != TargetStanding.NO_FIGURE;
    }
}
