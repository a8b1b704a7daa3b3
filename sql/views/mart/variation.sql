--liquibase formatted sql

--changeset monthend:variation runOnChange:true
create or replace view mart.variation as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    judgement.measure_id,
    measure.measure_code,
    measure.measure_name,
    judgement.organisation_id,
    organisation.organisation_code,
    calendar.month_key as series_month_key,
    calendar.month_label as series_month_label,
    point.charted_value,
    segment.segment_no,
    segment.start_month_key as segment_start_month_key,
    segment.limit_figure_count,
    segment.is_trial,
    segment.level_mean,
    segment.lower_limit,
    segment.level_mean - (segment.upper_limit - segment.level_mean) * 2 / 3 as near_lower_limit,
    segment.level_mean + (segment.upper_limit - segment.level_mean) * 2 / 3 as near_upper_limit,
    segment.upper_limit,
    point.side_of_mean,
    point.is_near_limit,
    point.is_outside_limit,
    point.special_cause,
    point.variation,
    rebase.rebase_month_key is not null as is_rebase_month,
    rebase.reason_text as rebase_reason,
    rebase.rebased_by,
    calendar.month_key = edition.month_key as is_month_of_scorecard,
    judgement.assurance,
    edition.month_key = max(edition.month_key) over (partition by edition.organisation_id) as is_newest_scorecard,
    target.target_value,
    target.target_low,
    target.target_high
from mart.scorecard_edition as edition
join dw.fact_scorecard_judgement as judgement using (edition_key)
join dw.dim_measure as measure on measure.measure_key = judgement.measure_key
join dw.dim_organisation as organisation on organisation.organisation_key = judgement.organisation_key
join dw.dim_month as calendar on calendar.month_key between judgement.chart_from_month_key and edition.month_key
join lateral (
    select *
    from dw.fact_scorecard_segment as each_segment
    where each_segment.edition_key = judgement.edition_key
        and each_segment.organisation_id = judgement.organisation_id
        and each_segment.measure_id = judgement.measure_id
        and each_segment.start_month_key <= calendar.month_key
    order by each_segment.segment_no desc
    limit 1
) as segment on true
left join dw.fact_scorecard_point as point
    on point.edition_key = judgement.edition_key
    and point.organisation_id = judgement.organisation_id
    and point.measure_id = judgement.measure_id
    and point.month_key = calendar.month_key
left join dw.fact_scorecard_target as target
    on target.edition_key = judgement.edition_key
    and target.organisation_id = judgement.organisation_id
    and target.measure_id = judgement.measure_id
    and calendar.month_key between target.from_month_key and coalesce(target.to_month_key, 999999)
left join dw.fact_scorecard_rebase as rebase
    on rebase.edition_key = judgement.edition_key
    and rebase.organisation_id = judgement.organisation_id
    and rebase.measure_id = judgement.measure_id
    and rebase.rebase_month_key = calendar.month_key;
alter view mart.variation owner to mart_owner;

comment on view mart.variation is
    'GRAIN: one month of the control chart of one measure and organisation on the scorecard of one month, its newest edition: figure, limits and what the rules say. Months without a figure have limits alone. For one chart filter month_key, or is_newest_scorecard. In the unit of the measure.';
comment on column mart.variation.edition_key is
    'Number of the edition.';
comment on column mart.variation.month_key is
    'Month of the scorecard (201512).';
comment on column mart.variation.month_label is
    'Dec-15.';
comment on column mart.variation.edition_no is
    '1 for the first edition of the month.';
comment on column mart.variation.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.variation.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.variation.measure_code is
    'Code of the measure.';
comment on column mart.variation.measure_name is
    'Name of the measure.';
comment on column mart.variation.organisation_id is
    'Number of the organisation.';
comment on column mart.variation.organisation_code is
    'Code of the organisation.';
comment on column mart.variation.series_month_key is
    'Month of the series (201512).';
comment on column mart.variation.series_month_label is
    'Dec-15.';
comment on column mart.variation.charted_value is
    'Figure used, unrounded; null when missing.';
comment on column mart.variation.segment_no is
    'Number of its segment, from 0 for the oldest.';
comment on column mart.variation.segment_start_month_key is
    'Month from which the segment holds.';
comment on column mart.variation.limit_figure_count is
    'How many figures the limits rest on.';
comment on column mart.variation.is_trial is
    'Whether these are fewer than 12, and the limits for trial only.';
comment on column mart.variation.level_mean is
    'Mean of the segment.';
comment on column mart.variation.lower_limit is
    'Lower process limit.';
comment on column mart.variation.near_lower_limit is
    'Two thirds of the way to it.';
comment on column mart.variation.near_upper_limit is
    'Two thirds of the way to the upper one.';
comment on column mart.variation.upper_limit is
    'Upper process limit.';
comment on column mart.variation.side_of_mean is
    '1 above the mean, -1 below it, 0 on it; null without a figure, like all that the rules say.';
comment on column mart.variation.is_near_limit is
    'Whether the figure lies between a near limit and the limit.';
comment on column mart.variation.is_outside_limit is
    'Whether it lies beyond a limit.';
comment on column mart.variation.special_cause is
    'The first rule that speaks of it, in the words of NHSRplotthedots.';
comment on column mart.variation.variation is
    'What it means: common_cause, special_cause_improvement, special_cause_concern, special_cause_neutral_high, special_cause_neutral_low. That of the month of the scorecard is the variation icon.';
comment on column mart.variation.is_rebase_month is
    'Whether the limits start afresh in it because a named person said so.';
comment on column mart.variation.rebase_reason is
    'Why; null in other months.';
comment on column mart.variation.rebased_by is
    'Who said so; null in other months.';
comment on column mart.variation.is_month_of_scorecard is
    'Whether it is the month that the scorecard is of: the last one of its charts.';
comment on column mart.variation.assurance is
    'Whether a process that goes on as it is meets the target: consistent_pass, inconsistent, consistent_fail; null without a target.';
comment on column mart.variation.is_newest_scorecard is
    'Whether no later month has a scorecard.';
comment on column mart.variation.target_value is
    'Target of that month; null without one, or when it is a band. Assurance is by the target of the month of the scorecard.';
comment on column mart.variation.target_low is
    'Lower end of a band.';
comment on column mart.variation.target_high is
    'Upper end of a band.';
--rollback drop view mart.variation;
