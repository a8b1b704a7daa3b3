--liquibase formatted sql

--changeset monthend:forecast_accuracy runOnChange:true
create or replace view mart.forecast_accuracy as
select
    score.measure_id,
    measure.measure_code,
    measure.measure_name,
    score.organisation_id,
    organisation.organisation_code,
    count(*) as forecast_count,
    count(distinct score.month_key) as scorecard_count,
    min(score.forecast_month_key) as first_forecast_month_key,
    max(score.forecast_month_key) as last_forecast_month_key,
    avg(abs(score.forecast_error)) as mean_absolute_error,
    avg(score.forecast_error) as forecast_bias,
    avg(score.scaled_error) as mean_scaled_error,
    100.0 * count(*) filter (where score.is_within_80) / count(*) as covered_80_pct,
    100.0 * count(*) filter (where score.is_within_95) / count(*) as covered_95_pct
from mart.forecast_score as score
join dw.dim_measure as measure on measure.measure_id = score.measure_id and measure.is_current
join dw.dim_organisation as organisation
    on organisation.organisation_id = score.organisation_id and organisation.is_current
group by
    score.measure_id,
    measure.measure_code,
    measure.measure_name,
    score.organisation_id,
    organisation.organisation_code;
alter view mart.forecast_accuracy owner to mart_owner;

comment on view mart.forecast_accuracy is
    'GRAIN: how good the forecasts of one measure and organisation were, over all that the editions of earlier scorecards forecast and that has come, what an edition repeats once. mart.forecast_score has each of them. Errors in the unit of the measure.';
comment on column mart.forecast_accuracy.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.forecast_accuracy.measure_code is
    'Code of the measure.';
comment on column mart.forecast_accuracy.measure_name is
    'Name of the measure.';
comment on column mart.forecast_accuracy.organisation_id is
    'Number of the organisation.';
comment on column mart.forecast_accuracy.organisation_code is
    'Code of the organisation.';
comment on column mart.forecast_accuracy.forecast_count is
    'How many forecasts have been scored.';
comment on column mart.forecast_accuracy.scorecard_count is
    'For how many months there were scorecards that made them.';
comment on column mart.forecast_accuracy.first_forecast_month_key is
    'First month that was forecast (201511).';
comment on column mart.forecast_accuracy.last_forecast_month_key is
    'Last month that was.';
comment on column mart.forecast_accuracy.mean_absolute_error is
    'By how much they missed, on average.';
comment on column mart.forecast_accuracy.forecast_bias is
    'Mean of forecast less actual; above 0 when they were too high.';
comment on column mart.forecast_accuracy.mean_scaled_error is
    'Mean of the scaled errors (MASE); below 1 is better than saying "as the month before".';
comment on column mart.forecast_accuracy.covered_80_pct is
    'Of 100 figures that came, how many lay inside the 80% interval.';
comment on column mart.forecast_accuracy.covered_95_pct is
    'How many lay inside the 95% interval.';
--rollback drop view mart.forecast_accuracy;
