--liquibase formatted sql

--changeset monthend:forecast runOnChange:true
create or replace view mart.forecast as
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
    line.horizon,
    line.forecast_month_key,
    calendar.month_label as forecast_month_label,
    line.forecast_mean,
    line.low_80,
    line.high_80,
    line.low_95,
    line.high_95,
    scorecard_line.forecast_method,
    scorecard_line.forecast_months_used,
    scorecard_line.is_forecast_indicative
from mart.scorecard_edition as edition
join dw.fact_forecast as line using (edition_key, organisation_id)
join dw.fact_scorecard as scorecard_line
    on scorecard_line.edition_key = line.edition_key
    and scorecard_line.organisation_id = line.organisation_id
    and scorecard_line.measure_id = line.measure_id
join dw.dim_measure as measure on measure.measure_key = line.measure_key
join dw.dim_month as calendar on calendar.month_key = line.forecast_month_key;
alter view mart.forecast owner to mart_owner;

comment on view mart.forecast is
    'GRAIN: the forecast of one month ahead for one measure, by the scorecard of one month. In the unit of the measure.';
comment on column mart.forecast.edition_key is
    'Number of the edition.';
comment on column mart.forecast.month_key is
    'Month of the scorecard (201512).';
comment on column mart.forecast.month_label is
    'Dec-15.';
comment on column mart.forecast.edition_no is
    '1 for the first edition of the month.';
comment on column mart.forecast.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.forecast.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.forecast.measure_code is
    'Code of the measure.';
comment on column mart.forecast.measure_name is
    'Name of the measure.';
comment on column mart.forecast.organisation_id is
    'Number of the organisation.';
comment on column mart.forecast.horizon is
    'Months ahead of the month of the edition, from 1.';
comment on column mart.forecast.forecast_month_key is
    'Month that is forecast (201601).';
comment on column mart.forecast.forecast_month_label is
    'Jan-16.';
comment on column mart.forecast.forecast_mean is
    'The forecast.';
comment on column mart.forecast.low_80 is
    'Lower end of the interval that holds the figure 80 times in 100.';
comment on column mart.forecast.high_80 is
    'Its upper end.';
comment on column mart.forecast.low_95 is
    'Lower end of the interval that holds it 95 times in 100.';
comment on column mart.forecast.high_95 is
    'Its upper end.';
comment on column mart.forecast.forecast_method is
    'Methods whose mean the forecast is.';
comment on column mart.forecast.forecast_months_used is
    'How many months it was fitted to.';
comment on column mart.forecast.is_forecast_indicative is
    'Whether it was fitted to fewer than six months.';
--rollback drop view mart.forecast;
