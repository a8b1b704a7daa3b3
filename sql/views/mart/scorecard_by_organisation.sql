--liquibase formatted sql

--changeset monthend:scorecard_by_organisation runOnChange:true
create or replace view mart.scorecard_by_organisation as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.measure_id,
    measure.measure_code,
    measure.measure_name,
    line.organisation_id,
    organisation.organisation_code,
    organisation.organisation_name,
    organisation.organisation_level,
    line.organisation_id = edition.organisation_id as is_total,
    line.sort_order,
    measure.unit,
    measure.polarity,
    line.quarter_4_label as last_quarter_label,
    line.quarter_4_figure as last_quarter_figure,
    line.latest_figure,
    printed.printed_text as latest_text,
    line.latest_status,
    line.latest_numerator,
    line.latest_denominator,
    line.latest_measure_value_id,
    line.target_value,
    line.target_low,
    line.target_high,
    line.variance,
    line.variance_to_the_good,
    line.standing,
    line.trend_direction,
    line.trend_judgement,
    judgement.variation,
    judgement.assurance,
    segment.lower_limit,
    segment.upper_limit,
    segment.is_trial as is_limit_trial,
    line.forecast_mean,
    line.forecast_low_80,
    line.forecast_high_80,
    outturn.outturn_median,
    outturn.low_80 as outturn_low_80,
    outturn.high_80 as outturn_high_80,
    outturn.chance_shown_pct as outturn_chance_pct,
    judgement.judgement_text
from mart.scorecard_edition as edition
join dw.fact_scorecard as line on line.edition_key = edition.edition_key
join dw.dim_measure as measure on measure.measure_key = line.measure_key
join dw.dim_organisation as organisation on organisation.organisation_key = line.organisation_key
left join dw.fact_scorecard_figure as printed
    on printed.edition_key = line.edition_key
    and printed.column_code = 'latest'
    and (printed.block_code, printed.line_code)
        in (('measures', measure.measure_code), ('organisations', organisation.organisation_code || ' ' || measure.measure_code))
    and (printed.block_code = 'measures') = (line.organisation_id = edition.organisation_id)
left join dw.fact_scorecard_judgement as judgement
    on judgement.edition_key = line.edition_key
    and judgement.organisation_id = line.organisation_id
    and judgement.measure_id = line.measure_id
left join lateral (
    select last.lower_limit, last.upper_limit, last.is_trial
    from dw.fact_scorecard_segment as last
    where last.edition_key = line.edition_key
        and last.organisation_id = line.organisation_id
        and last.measure_id = line.measure_id
    order by last.segment_no desc
    limit 1
) as segment on true
left join dw.fact_scorecard_outturn as outturn
    on outturn.edition_key = line.edition_key
    and outturn.organisation_id = line.organisation_id
    and outturn.measure_id = line.measure_id;
alter view mart.scorecard_by_organisation owner to mart_owner;

comment on view mart.scorecard_by_organisation is
    'GRAIN: one measure of one organisation on the scorecard of one month, its newest edition: the whole (is_total) and each of its localities. Never add rows up: the total is there. In the unit of the measure.';
comment on column mart.scorecard_by_organisation.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_by_organisation.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_by_organisation.month_label is
    'Dec-15.';
comment on column mart.scorecard_by_organisation.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_by_organisation.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_by_organisation.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.scorecard_by_organisation.measure_code is
    'Code of the measure.';
comment on column mart.scorecard_by_organisation.measure_name is
    'Name of the measure.';
comment on column mart.scorecard_by_organisation.organisation_id is
    'Number of the organisation.';
comment on column mart.scorecard_by_organisation.organisation_code is
    'Code of the organisation.';
comment on column mart.scorecard_by_organisation.organisation_name is
    'Name of the organisation.';
comment on column mart.scorecard_by_organisation.organisation_level is
    'trust or locality.';
comment on column mart.scorecard_by_organisation.is_total is
    'Whether it is the organisation that the scorecard is for: the total of all.';
comment on column mart.scorecard_by_organisation.sort_order is
    'Order of the lines, from 1.';
comment on column mart.scorecard_by_organisation.unit is
    'What it counts in.';
comment on column mart.scorecard_by_organisation.polarity is
    'higher_is_better, lower_is_better or context.';
comment on column mart.scorecard_by_organisation.last_quarter_label is
    'The quarter before that of the month: 2015/16 Qtr2.';
comment on column mart.scorecard_by_organisation.last_quarter_figure is
    'Its figure, unrounded.';
comment on column mart.scorecard_by_organisation.latest_figure is
    'Figure of the month, unrounded; null when missing.';
comment on column mart.scorecard_by_organisation.latest_text is
    'The same as it is printed.';
comment on column mart.scorecard_by_organisation.latest_status is
    'reported, or why there is no figure.';
comment on column mart.scorecard_by_organisation.latest_numerator is
    'Top of the fraction.';
comment on column mart.scorecard_by_organisation.latest_denominator is
    'What it is divided by.';
comment on column mart.scorecard_by_organisation.latest_measure_value_id is
    'Statement that the figure is from; null where the total was made of its parts.';
comment on column mart.scorecard_by_organisation.target_value is
    'Target of the organisation; null without one, or when it is a band.';
comment on column mart.scorecard_by_organisation.target_low is
    'Lower end of a band.';
comment on column mart.scorecard_by_organisation.target_high is
    'Upper end of a band.';
comment on column mart.scorecard_by_organisation.variance is
    'Actual less target; of a band 0 inside and the distance to the nearer end outside.';
comment on column mart.scorecard_by_organisation.variance_to_the_good is
    'The same signed so that plus is better.';
comment on column mart.scorecard_by_organisation.standing is
    'met, within_tolerance, missed, no_target or no_figure.';
comment on column mart.scorecard_by_organisation.trend_direction is
    'Arrow of six months.';
comment on column mart.scorecard_by_organisation.trend_judgement is
    'better, worse or neutral.';
comment on column mart.scorecard_by_organisation.variation is
    'What the month means on the control chart; null without a figure or a chart.';
comment on column mart.scorecard_by_organisation.assurance is
    'consistent_pass, inconsistent, consistent_fail; null without a target.';
comment on column mart.scorecard_by_organisation.lower_limit is
    'Lower end of the usual range.';
comment on column mart.scorecard_by_organisation.upper_limit is
    'Its upper end.';
comment on column mart.scorecard_by_organisation.is_limit_trial is
    'Whether the limits rest on fewer than 12 figures.';
comment on column mart.scorecard_by_organisation.forecast_mean is
    'Forecast of the next month.';
comment on column mart.scorecard_by_organisation.forecast_low_80 is
    'Lower end of its 80% interval.';
comment on column mart.scorecard_by_organisation.forecast_high_80 is
    'Its upper end.';
comment on column mart.scorecard_by_organisation.outturn_median is
    'Where the fiscal year will end.';
comment on column mart.scorecard_by_organisation.outturn_low_80 is
    'Lower end of the range that holds the outturn 80 times in 100.';
comment on column mart.scorecard_by_organisation.outturn_high_80 is
    'Its upper end.';
comment on column mart.scorecard_by_organisation.outturn_chance_pct is
    'Chance that the target is met at the year''s end, to the nearest 5%; null without a target.';
comment on column mart.scorecard_by_organisation.judgement_text is
    'The judgement in a sentence.';
--rollback drop view mart.scorecard_by_organisation;
