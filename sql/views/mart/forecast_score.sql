--liquibase formatted sql

--changeset monthend:forecast_score runOnChange:true
create or replace view mart.forecast_score as
with said as (
    select
        edition.edition_key,
        edition.month_key,
        edition.organisation_id as whole_id,
        edition.edition_no,
        fact.measure_key,
        fact.measure_id,
        fact.organisation_key,
        fact.organisation_id,
        fact.horizon,
        fact.forecast_month_key,
        fact.forecast_mean,
        fact.low_80,
        fact.high_80,
        fact.low_95,
        fact.high_95,
        lag(array[fact.forecast_mean, fact.low_80, fact.high_80, fact.low_95, fact.high_95]) over (
            partition by edition.month_key, fact.organisation_id, fact.measure_id, fact.forecast_month_key
            order by edition.edition_no
        ) as said_before
    from dw.dim_scorecard_edition as edition
    join dw.fact_forecast as fact using (edition_key)
),
newest_scorecard as (
    select distinct on (organisation_id) edition_key, organisation_id, month_key
    from mart.scorecard_edition
    order by organisation_id, month_key desc
),
change as (
    select
        used.edition_key,
        used.organisation_id,
        used.measure_id,
        abs(used.figure::float8 - lag(used.figure::float8) over series) as size,
        calendar.month_index - lag(calendar.month_index) over series as months_apart
    from dw.fact_scorecard_month as used
    join dw.dim_month as calendar on calendar.month_key = used.month_key
    where used.figure is not null
    window series as (
        partition by used.edition_key, used.organisation_id, used.measure_id order by calendar.month_index
    )
),
naive as (
    select edition_key, organisation_id, measure_id, nullif(avg(size), 0) as naive_error
    from change
    where months_apart = 1
    group by edition_key, organisation_id, measure_id
)
select
    forecast.edition_key,
    forecast.month_key,
    made_in.month_label,
    forecast.edition_no,
    forecast.measure_id,
    measure.measure_code,
    measure.measure_name,
    forecast.organisation_id,
    organisation.organisation_code,
    forecast.horizon,
    forecast.forecast_month_key,
    calendar.month_label as forecast_month_label,
    forecast.forecast_mean,
    came.figure as actual_figure,
    forecast.forecast_mean - came.figure::float8 as forecast_error,
    abs(forecast.forecast_mean - came.figure::float8) / naive.naive_error as scaled_error,
    came.figure::float8 between forecast.low_80 and forecast.high_80 as is_within_80,
    came.figure::float8 between forecast.low_95 and forecast.high_95 as is_within_95
from said as forecast
join newest_scorecard
    on newest_scorecard.organisation_id = forecast.whole_id
    and newest_scorecard.month_key > forecast.month_key
join dw.fact_scorecard_month as came
    on came.edition_key = newest_scorecard.edition_key
    and came.organisation_id = forecast.organisation_id
    and came.measure_id = forecast.measure_id
    and came.month_key = forecast.forecast_month_key
    and came.figure is not null
join dw.dim_measure as measure on measure.measure_key = forecast.measure_key
join dw.dim_organisation as organisation on organisation.organisation_key = forecast.organisation_key
join dw.dim_month as made_in on made_in.month_key = forecast.month_key
join dw.dim_month as calendar on calendar.month_key = forecast.forecast_month_key
left join naive
    on naive.edition_key = forecast.edition_key
    and naive.organisation_id = forecast.organisation_id
    and naive.measure_id = forecast.measure_id
where forecast.said_before is distinct from
    array[forecast.forecast_mean, forecast.low_80, forecast.high_80, forecast.low_95, forecast.high_95];
alter view mart.forecast_score owner to mart_owner;

comment on view mart.forecast_score is
    'GRAIN: the forecast of one month for one measure and organisation by one edition of an earlier scorecard, and the figure that came, as the newest scorecard has it. An edition that repeats what the one before it forecast is not scored for it again. In the unit of the measure.';
comment on column mart.forecast_score.edition_key is
    'Edition that made the forecast, a draft among them.';
comment on column mart.forecast_score.month_key is
    'Month of the scorecard that made it (201510).';
comment on column mart.forecast_score.month_label is
    'Oct-15.';
comment on column mart.forecast_score.edition_no is
    '1 for the first edition of the month; later ones said something else.';
comment on column mart.forecast_score.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.forecast_score.measure_code is
    'Code of the measure.';
comment on column mart.forecast_score.measure_name is
    'Name of the measure.';
comment on column mart.forecast_score.organisation_id is
    'Number of the organisation.';
comment on column mart.forecast_score.organisation_code is
    'Code of the organisation.';
comment on column mart.forecast_score.horizon is
    'Months ahead that it was made, from 1.';
comment on column mart.forecast_score.forecast_month_key is
    'Month that was forecast (201512).';
comment on column mart.forecast_score.forecast_month_label is
    'Dec-15.';
comment on column mart.forecast_score.forecast_mean is
    'The forecast.';
comment on column mart.forecast_score.actual_figure is
    'The figure that came.';
comment on column mart.forecast_score.forecast_error is
    'Forecast less actual; above 0 when it was too high.';
comment on column mart.forecast_score.scaled_error is
    'Size of the error over the mean change from month to month in the history that was known: below 1 is better than saying "as the month before"; null where that never changed.';
comment on column mart.forecast_score.is_within_80 is
    'Whether the figure lies inside the interval that holds it 80 times in 100.';
comment on column mart.forecast_score.is_within_95 is
    'Whether it lies inside that of 95 in 100.';
--rollback drop view mart.forecast_score;
