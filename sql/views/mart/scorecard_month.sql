--liquibase formatted sql

--changeset monthend:scorecard_month runOnChange:true
create or replace view mart.scorecard_month as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.measure_id,
    measure.measure_code,
    line.organisation_id,
    line.month_key as series_month_key,
    calendar.month_label as series_month_label,
    line.numerator,
    line.denominator,
    line.figure,
    line.value_status,
    line.target_value,
    line.measure_value_id
from mart.scorecard_edition as edition
join dw.fact_scorecard_month as line using (edition_key, organisation_id)
join dw.dim_measure as measure using (measure_key)
join dw.dim_month as calendar on calendar.month_key = line.month_key;
alter view mart.scorecard_month owner to mart_owner;

comment on view mart.scorecard_month is
    'GRAIN: one month of the series behind one measure on the scorecard of one month: what a chart shows.';
comment on column mart.scorecard_month.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_month.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_month.month_label is
    'Dec-15.';
comment on column mart.scorecard_month.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_month.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_month.measure_id is
    'Number of the measure.';
comment on column mart.scorecard_month.measure_code is
    'Code of the measure.';
comment on column mart.scorecard_month.organisation_id is
    'Number of the organisation.';
comment on column mart.scorecard_month.series_month_key is
    'Month of the series (201512).';
comment on column mart.scorecard_month.series_month_label is
    'Dec-15.';
comment on column mart.scorecard_month.numerator is
    'Top of the fraction.';
comment on column mart.scorecard_month.denominator is
    'What it is divided by.';
comment on column mart.scorecard_month.figure is
    'Figure used, unrounded; null when missing.';
comment on column mart.scorecard_month.value_status is
    'reported, or why there is no figure.';
comment on column mart.scorecard_month.target_value is
    'Target of that month.';
comment on column mart.scorecard_month.measure_value_id is
    'Statement that the figure is from.';
--rollback drop view mart.scorecard_month;
