-- Segments of control charts that do not have as many points as they say, or whose limits do not lie 2.66 mean ranges off the mean.
select
    segment.edition_key,
    segment.organisation_id,
    segment.measure_id,
    segment.segment_no,
    segment.figure_count,
    count(point.month_key) as points,
    segment.level_mean,
    segment.mean_range,
    segment.lower_limit,
    segment.upper_limit
from dw.fact_scorecard_segment as segment
left join dw.fact_scorecard_point as point using (edition_key, organisation_id, measure_id, segment_no)
group by segment.edition_key, segment.organisation_id, segment.measure_id, segment.segment_no
having count(point.month_key) <> segment.figure_count
    or abs(segment.upper_limit - segment.level_mean - 2.66 * segment.mean_range) > 1e-9 * greatest(1, abs(segment.level_mean))
    or abs(segment.level_mean - segment.lower_limit - 2.66 * segment.mean_range) > 1e-9 * greatest(1, abs(segment.level_mean));
