--liquibase formatted sql

--changeset monthend:fact_forecast-created
create table dw.fact_forecast (
    edition_key         int not null,
    organisation_key    int not null,
    organisation_id     int not null,
    measure_key         int not null,
    measure_id          int not null,
    horizon             int not null,
    forecast_month_key  int not null,
    forecast_mean       double precision not null,
    low_80              double precision not null,
    high_80             double precision not null,
    low_95              double precision not null,
    high_95             double precision not null,
    constraint one_forecast_per_edition_organisation_measure_and_horizon
        primary key (edition_key, organisation_id, measure_id, horizon),
    constraint horizon_starts_at_one
        check (horizon >= 1),
    constraint the_interval_of_80_lies_within_that_of_95
        check (low_95 <= low_80 and low_80 <= high_80 and high_80 <= high_95)
);

comment on table dw.fact_forecast is
    'GRAIN: the forecast of one month ahead for one measure and organisation in one edition of the scorecard. Frozen once the edition is published. In the unit of the measure.';
comment on column dw.fact_forecast.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_forecast.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_forecast.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_forecast.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_forecast.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_forecast.horizon is
    'Months ahead of the month of the edition, from 1.';
comment on column dw.fact_forecast.forecast_month_key is
    'Month that is forecast (201601).';
comment on column dw.fact_forecast.forecast_mean is
    'The forecast.';
comment on column dw.fact_forecast.low_80 is
    'Lower end of the interval that holds the figure 80 times in 100.';
comment on column dw.fact_forecast.high_80 is
    'Its upper end.';
comment on column dw.fact_forecast.low_95 is
    'Lower end of the interval that holds it 95 times in 100.';
comment on column dw.fact_forecast.high_95 is
    'Its upper end.';
--rollback drop table dw.fact_forecast;

--changeset monthend:fact_forecast-holds-its-keys
call dw.hold_key('dw.fact_forecast', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_forecast', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_forecast', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_forecast', 'forecast_month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_forecast-is-frozen
call dw.make_frozen('dw.fact_forecast');
--rollback empty
