--liquibase formatted sql

--changeset monthend:fact_scorecard_target-created
create table dw.fact_scorecard_target (
    edition_key       int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    measure_key       int not null,
    measure_id        int not null,
    from_month_key    int not null,
    to_month_key      int,
    target_value      numeric,
    target_low        numeric,
    target_high       numeric,
    tolerance         numeric not null,
    constraint one_scorecard_target_per_edition_organisation_measure_and_month
        primary key (edition_key, organisation_id, measure_id, from_month_key)
);

comment on table dw.fact_scorecard_target is
    'GRAIN: one target of one measure that held in any of the 24 months an edition shows. Frozen once the edition is published.';
comment on column dw.fact_scorecard_target.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_target.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_target.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_target.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_target.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_target.from_month_key is
    'First month it held in (201510).';
comment on column dw.fact_scorecard_target.to_month_key is
    'Last month it held in; null while it holds on.';
comment on column dw.fact_scorecard_target.target_value is
    'The target in the unit of the measure; null when it is a band.';
comment on column dw.fact_scorecard_target.target_low is
    'Lower end of a band.';
comment on column dw.fact_scorecard_target.target_high is
    'Upper end of a band.';
comment on column dw.fact_scorecard_target.tolerance is
    'How far a miss may lie from it and still be within tolerance.';
--rollback drop table dw.fact_scorecard_target;

--changeset monthend:fact_scorecard_target-holds-its-keys
call dw.hold_key('dw.fact_scorecard_target', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_target', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_target', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_target', 'from_month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_scorecard_target', 'to_month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_scorecard_target-is-frozen
call dw.make_frozen('dw.fact_scorecard_target');
--rollback empty

--changeset monthend:fact_scorecard_target-reaches-back
comment on table dw.fact_scorecard_target is
    'GRAIN: one target of one measure and organisation that held in any month of the series that an edition judges, or of its last 24. Frozen once the edition is published.';
--rollback comment on table dw.fact_scorecard_target is 'GRAIN: one target of one measure that held in any of the 24 months an edition shows. Frozen once the edition is published.';
