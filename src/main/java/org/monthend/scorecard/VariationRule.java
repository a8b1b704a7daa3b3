package org.monthend.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;

/**
 * Tells chance from change in a series by its own limits: an XmR chart with the rules of NHS England's Making Data Count
 * (algorithms.md, 4).
 */
public final class VariationRule {

    private VariationRule() {}

    /**
     * The control chart of a measure. Rolling windows and positions have none: their ranges say nothing of the process.
     *
     * @param values monthly unrounded figures in the measure's unit, oldest first and the reporting month last; one entry
     *     for each calendar month, empty where there is no figure
     * @param last the reporting month
     * @param rebases months from which the limits start afresh; those outside the series are passed over
     * @param targets all of the measure and organisation; the one in force in the reporting month counts, since it is what
     *     the process has to meet from now on. Whether an earlier month met the target of its own time is its standing.
     */
    public static ControlChart judge(
            List<OptionalDouble> values,
            ReportingMonth last,
            Measure measure,
            Collection<ReportingMonth> rebases,
            List<Target> targets) {
        if (measure.aggregation() == Aggregation.ROLLING_3M) {
            return ControlChart.none("rolling three months");
        }
        if (measure.aggregation() == Aggregation.RANK) {
            return ControlChart.none("a position has no limits");
        }
        ReportingMonth first = last.minusMonths(values.size() - 1);
        Set<Integer> starts = rebases.stream()
                .map(month -> month.index() - first.index())
                .filter(position -> position >= 0 && position < values.size())
                .collect(Collectors.toSet());
        Optional<Aim> aim = targets.stream()
                .filter(target -> target.holdsIn(last))
                .findFirst()
                .flatMap(target -> Aim.of(target, measure.polarity()));
        return judge(values, ChartSettings.rebasedAt(starts), measure.polarity(), aim);
    }

    /**
     * The control chart of a series.
     *
     * <p>Figures follow one another across a gap of up to two months; across a longer one neither a range nor a run goes.
     * Figures beyond ±1e150 and those that are no numbers count as missing.
     *
     * @param values as above
     * @param aim what the last month ought to reach; empty without a target, or without a better side to be on
     */
    public static ControlChart judge(
            List<OptionalDouble> values, ChartSettings settings, Polarity polarity, Optional<Aim> aim) {
        List<ControlSegment> segments = new ArrayList<>();
        List<ControlPoint> points = new ArrayList<>();
        for (SegmentFigures figures : segments(values, settings.starts())) {
            ControlSegment segment = figures.segment(settings);
            points.addAll(figures.points(segment.limits(), segments.size(), polarity));
            segments.add(segment);
        }
        if (points.isEmpty()) {
            return ControlChart.none("no figure");
        }
        ControlPoint last = points.get(points.size() - 1);
        return new ControlChart(
                List.copyOf(segments),
                List.copyOf(points),
                last.position() == values.size() - 1 ? Optional.of(last.variation()) : Optional.empty(),
                Assurance.of(segments.get(segments.size() - 1).limits(), aim),
                "");
    }

    /** The figures of each segment; a segment without any is none. */
    private static List<SegmentFigures> segments(List<OptionalDouble> values, Set<Integer> starts) {
        List<SegmentFigures> segments = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= values.size(); end++) {
            if (end == values.size() || starts.contains(end)) {
                int[] known = IntStream.range(start, end)
                        .filter(position -> Magnitudes.isSound(values.get(position)))
                        .toArray();
                if (known.length > 0) {
                    segments.add(new SegmentFigures(
                            start,
                            known,
                            Arrays.stream(known)
                                    .mapToDouble(
                                            position -> values.get(position).getAsDouble())
                                    .toArray()));
                }
                start = end;
            }
        }
        return segments;
    }
}
