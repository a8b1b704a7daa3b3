-- Points of control charts that are marked otherwise than their limits say, or that chart another figure than was used.
select
    point.edition_key,
    point.organisation_id,
    point.measure_id,
    point.month_key,
    point.charted_value,
    used.figure as used_figure,
    segment.lower_limit,
    segment.upper_limit,
    point.is_outside_limit,
    point.special_cause
from dw.fact_scorecard_point as point
left join dw.fact_scorecard_segment as segment using (edition_key, organisation_id, measure_id, segment_no)
left join dw.fact_scorecard_month as used using (edition_key, organisation_id, measure_id, month_key)
where segment.segment_no is null
    or used.figure is null
    or abs(used.figure::float8 - point.charted_value) > 1e-9 * greatest(1, abs(point.charted_value))
    or point.month_key < segment.start_month_key
    or point.is_outside_limit is distinct from (
        segment.range_count > 0
        and point.side_of_mean <> 0
        and (point.charted_value < segment.lower_limit or point.charted_value > segment.upper_limit)
    )
    or point.is_outside_limit is distinct from (point.special_cause in ('Above UCL', 'Below LCL'))
    or (point.side_of_mean <> 0 and point.side_of_mean <> sign(point.charted_value - segment.level_mean));
