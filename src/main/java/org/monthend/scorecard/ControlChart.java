package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;

/**
 * A series of figures against what it usually does.
 *
 * @param segments in order of time; none without any figure
 * @param points one for each figure there is, in order of time
 * @param variation that of the last month; empty when it has no figure
 * @param assurance of the limits of the last segment against what is aimed at in the last month
 * @param reason why there is no chart, in words; empty when there is one
 */
public record ControlChart(
        List<ControlSegment> segments,
        List<ControlPoint> points,
        Optional<Variation> variation,
        Assurance assurance,
        String reason) {

    /** Of an edition whose method knew no charts. */
    public static final ControlChart NOT_KEPT = none("not kept by this edition's method");

    static ControlChart none(String reason) {
        return new ControlChart(List.of(), List.of(), Optional.empty(), Assurance.NONE, reason);
    }

    /** Whether the method that judged knew charts; without one there may be a reason all the same. */
    public boolean isKept() {
        return !equals(NOT_KEPT);
    }

    /** The segment that the last month is judged by. */
    public Optional<ControlSegment> latest() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }
}
