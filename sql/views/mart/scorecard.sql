--liquibase formatted sql

--changeset monthend:scorecard runOnChange:true
create or replace view mart.scorecard as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.sort_order,
    measure.section_code,
    section.page_text as section_name,
    measure.block_code,
    measure.position_no,
    line.measure_id,
    measure.measure_code,
    measure.measure_name,
    measure.printed_name,
    measure.name_status,
    measure.contract_mark = 'y' as is_contract_measure,
    measure.unit,
    measure.polarity,
    line.organisation_id,
    organisation.organisation_code,
    organisation.organisation_name,
    printed.baseline_rank_text,
    printed.baseline_figure_text,
    line.quarter_1_label,
    line.quarter_1_figure,
    printed.quarter_1_text,
    line.quarter_1_status,
    line.is_quarter_1_partial,
    line.quarter_2_label,
    line.quarter_2_figure,
    printed.quarter_2_text,
    line.quarter_2_status,
    line.is_quarter_2_partial,
    line.quarter_3_label,
    line.quarter_3_figure,
    printed.quarter_3_text,
    line.quarter_3_status,
    line.is_quarter_3_partial,
    line.quarter_4_label,
    line.quarter_4_figure,
    printed.quarter_4_text,
    line.quarter_4_status,
    line.is_quarter_4_partial,
    line.latest_label,
    line.latest_figure,
    printed.latest_text,
    line.latest_status,
    line.latest_numerator,
    line.latest_denominator,
    line.latest_measure_value_id,
    line.target_value,
    line.target_low,
    line.target_high,
    printed.target_text,
    line.variance,
    line.variance_to_the_good,
    line.standing,
    line.is_missed_by_rounding,
    printed.trend_arrow,
    line.trend_direction,
    line.trend_judgement,
    line.trend_z,
    line.trend_change,
    line.trend_months_used,
    line.is_seasonally_adjusted,
    line.trend_reason,
    line.forecast_mean,
    line.forecast_low_80,
    line.forecast_high_80,
    line.forecast_method,
    line.is_forecast_indicative,
    printed.quarter_1_basis,
    printed.quarter_2_basis,
    printed.quarter_3_basis,
    printed.quarter_4_basis,
    judgement.variation,
    judgement.assurance,
    segment.lower_limit,
    segment.upper_limit,
    outturn.outturn_median,
    outturn.low_80 as outturn_low_80,
    outturn.high_80 as outturn_high_80,
    outturn.chance_shown_pct as outturn_chance_pct,
    judgement.judgement_text
from mart.scorecard_edition as edition
join dw.fact_scorecard as line using (edition_key, organisation_id)
join dw.dim_measure as measure using (measure_key)
join dw.dim_organisation as organisation on organisation.organisation_key = line.organisation_key
left join dw.fact_scorecard_judgement as judgement
    on judgement.edition_key = line.edition_key
    and judgement.organisation_id = line.organisation_id
    and judgement.measure_id = line.measure_id
left join lateral (
    select last.lower_limit, last.upper_limit
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
    and outturn.measure_id = line.measure_id
left join dw.fact_scorecard_text as section
    on section.edition_key = edition.edition_key
    and section.place_code = 'section.' || measure.section_code
left join lateral (
    select
        max(printed_text) filter (where column_code = 'baseline_rank') as baseline_rank_text,
        max(printed_text) filter (where column_code = 'baseline_figure') as baseline_figure_text,
        max(printed_text) filter (where column_code = 'quarter_1') as quarter_1_text,
        max(printed_text) filter (where column_code = 'quarter_2') as quarter_2_text,
        max(printed_text) filter (where column_code = 'quarter_3') as quarter_3_text,
        max(printed_text) filter (where column_code = 'quarter_4') as quarter_4_text,
        max(printed_text) filter (where column_code = 'latest') as latest_text,
        max(printed_text) filter (where column_code = 'target') as target_text,
        max(printed_text) filter (where column_code = 'trend') as trend_arrow,
        max(basis) filter (where column_code = 'quarter_1') as quarter_1_basis,
        max(basis) filter (where column_code = 'quarter_2') as quarter_2_basis,
        max(basis) filter (where column_code = 'quarter_3') as quarter_3_basis,
        max(basis) filter (where column_code = 'quarter_4') as quarter_4_basis
    from dw.fact_scorecard_figure as cell
    where cell.edition_key = line.edition_key
        and cell.block_code = 'measures'
        and cell.line_code = measure.measure_code
        and edition.organisation_id = line.organisation_id
) as printed on true;
alter view mart.scorecard owner to mart_owner;

comment on view mart.scorecard is
    'GRAIN: one measure on the scorecard of one organisation and one month: numbers, and beside each the text that the page prints.';
comment on column mart.scorecard.edition_key is
    'Number of the edition.';
comment on column mart.scorecard.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard.month_label is
    'Dec-15.';
comment on column mart.scorecard.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard.sort_order is
    'Place on the page, from 1.';
comment on column mart.scorecard.section_code is
    'Section of the page.';
comment on column mart.scorecard.section_name is
    'Heading of the section.';
comment on column mart.scorecard.block_code is
    'left or right half of the table of the section.';
comment on column mart.scorecard.position_no is
    'Place within the block, from 1.';
comment on column mart.scorecard.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.scorecard.measure_code is
    'Code of the measure.';
comment on column mart.scorecard.measure_name is
    'Name of the measure.';
comment on column mart.scorecard.printed_name is
    'Name as the page prints it.';
comment on column mart.scorecard.name_status is
    'printed, or inferred with a confidence where the original name was lost.';
comment on column mart.scorecard.is_contract_measure is
    'Whether it is a contract measure for certain.';
comment on column mart.scorecard.unit is
    'What the measure counts in.';
comment on column mart.scorecard.polarity is
    'higher or lower is better, or context: neither.';
comment on column mart.scorecard.organisation_id is
    'Number of the organisation.';
comment on column mart.scorecard.organisation_code is
    'Code of the organisation.';
comment on column mart.scorecard.organisation_name is
    'Name of the organisation.';
comment on column mart.scorecard.baseline_rank_text is
    'Rank column as printed: a quartile, the national average, "-" or nothing.';
comment on column mart.scorecard.baseline_figure_text is
    'Own baseline as printed.';
comment on column mart.scorecard.quarter_1_label is
    'Oldest of the four quarters shown (2014/15 Qtr3).';
comment on column mart.scorecard.quarter_1_figure is
    'Its figure, unrounded; null when missing.';
comment on column mart.scorecard.quarter_1_text is
    'Its figure as printed.';
comment on column mart.scorecard.quarter_1_status is
    'reported, or why its figure is missing.';
comment on column mart.scorecard.is_quarter_1_partial is
    'Whether fewer months are known than it has.';
comment on column mart.scorecard.quarter_2_label is
    'Second quarter shown (2014/15 Qtr3).';
comment on column mart.scorecard.quarter_2_figure is
    'Its figure, unrounded; null when missing.';
comment on column mart.scorecard.quarter_2_text is
    'Its figure as printed.';
comment on column mart.scorecard.quarter_2_status is
    'reported, or why its figure is missing.';
comment on column mart.scorecard.is_quarter_2_partial is
    'Whether fewer months are known than it has.';
comment on column mart.scorecard.quarter_3_label is
    'Third quarter shown (2014/15 Qtr3).';
comment on column mart.scorecard.quarter_3_figure is
    'Its figure, unrounded; null when missing.';
comment on column mart.scorecard.quarter_3_text is
    'Its figure as printed.';
comment on column mart.scorecard.quarter_3_status is
    'reported, or why its figure is missing.';
comment on column mart.scorecard.is_quarter_3_partial is
    'Whether fewer months are known than it has.';
comment on column mart.scorecard.quarter_4_label is
    'Latest of the four quarters shown (2014/15 Qtr3).';
comment on column mart.scorecard.quarter_4_figure is
    'Its figure, unrounded; null when missing.';
comment on column mart.scorecard.quarter_4_text is
    'Its figure as printed.';
comment on column mart.scorecard.quarter_4_status is
    'reported, or why its figure is missing.';
comment on column mart.scorecard.is_quarter_4_partial is
    'Whether fewer months are known than it has.';
comment on column mart.scorecard.latest_label is
    'The month itself (Dec-15).';
comment on column mart.scorecard.latest_figure is
    'Its figure, unrounded; null when missing.';
comment on column mart.scorecard.latest_text is
    'Its figure as printed, with its footnote mark.';
comment on column mart.scorecard.latest_status is
    'reported, or why its figure is missing.';
comment on column mart.scorecard.latest_numerator is
    'Top of the fraction; null when not given.';
comment on column mart.scorecard.latest_denominator is
    'What it is divided by; null when not given.';
comment on column mart.scorecard.latest_measure_value_id is
    'Statement that it is from: see mart.measure_history for file, sheet and cell.';
comment on column mart.scorecard.target_value is
    'Target; null without one, or when it is a band.';
comment on column mart.scorecard.target_low is
    'Lower end of a band target.';
comment on column mart.scorecard.target_high is
    'Upper end of a band target.';
comment on column mart.scorecard.target_text is
    'Target as printed.';
comment on column mart.scorecard.variance is
    'Latest figure less target (0 inside a band).';
comment on column mart.scorecard.variance_to_the_good is
    'The variance signed so that plus is better; null for context measures.';
comment on column mart.scorecard.standing is
    'met, within_tolerance, missed, no_target or no_figure.';
comment on column mart.scorecard.is_missed_by_rounding is
    'The rounded figure and the target look equal, but the unrounded figure misses.';
comment on column mart.scorecard.trend_arrow is
    'Six-month trend as printed: the direction of the number.';
comment on column mart.scorecard.trend_direction is
    'up, level, down or none.';
comment on column mart.scorecard.trend_judgement is
    'better, worse or neutral: what the colour says.';
comment on column mart.scorecard.trend_z is
    'Size of the change in standard errors.';
comment on column mart.scorecard.trend_change is
    'Mean of the last three months less that of the nine before.';
comment on column mart.scorecard.trend_months_used is
    'Months with a figure among the last 24.';
comment on column mart.scorecard.is_seasonally_adjusted is
    'Whether seasonal factors were subtracted.';
comment on column mart.scorecard.trend_reason is
    'Why there is no arrow.';
comment on column mart.scorecard.forecast_mean is
    'Forecast of the next month; null without one.';
comment on column mart.scorecard.forecast_low_80 is
    'Lower end of its interval of 80%.';
comment on column mart.scorecard.forecast_high_80 is
    'Upper end of its interval of 80%.';
comment on column mart.scorecard.forecast_method is
    'Methods whose mean the forecast is.';
comment on column mart.scorecard.is_forecast_indicative is
    'Whether it was fitted to fewer than six months.';
comment on column mart.scorecard.quarter_1_basis is
    'computed (from its months) or reported (by an earlier scorecard, as its months are not known).';
comment on column mart.scorecard.quarter_2_basis is
    'computed (from its months) or reported (by an earlier scorecard, as its months are not known).';
comment on column mart.scorecard.quarter_3_basis is
    'computed (from its months) or reported (by an earlier scorecard, as its months are not known).';
comment on column mart.scorecard.quarter_4_basis is
    'computed (from its months) or reported (by an earlier scorecard, as its months are not known).';
comment on column mart.scorecard.variation is
    'What the last month means: common_cause, special_cause_improvement, special_cause_concern, special_cause_neutral_high, special_cause_neutral_low; null without a figure in it or a control chart. mart.variation has every month.';
comment on column mart.scorecard.assurance is
    'Whether a process that goes on as it is meets the target: consistent_pass, inconsistent, consistent_fail; null without a target.';
comment on column mart.scorecard.lower_limit is
    'Lower end of the usual range, as the last limits have it.';
comment on column mart.scorecard.upper_limit is
    'Its upper end.';
comment on column mart.scorecard.outturn_median is
    'Where the fiscal year will end; mart.outturn has all of it.';
comment on column mart.scorecard.outturn_low_80 is
    'Lower end of the range that holds the outturn 80 times in 100.';
comment on column mart.scorecard.outturn_high_80 is
    'Its upper end.';
comment on column mart.scorecard.outturn_chance_pct is
    'Chance that the target is met at the year''s end, to the nearest 5%; null without a target.';
comment on column mart.scorecard.judgement_text is
    'The judgement in a sentence.';
--rollback drop view mart.scorecard;
