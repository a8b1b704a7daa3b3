--liquibase formatted sql

--changeset monthend:fact_target-created
create table dw.fact_target (
    target_id             bigint generated always as identity,
    from_month_key        int not null,
    organisation_key      int not null,
    organisation_id       int not null,
    measure_key           int not null,
    measure_id            int not null,
    revision_no           int not null,
    to_month_key          int,
    target_value          numeric,
    target_low            numeric,
    target_high           numeric,
    tolerance             numeric not null default 0,
    target_status         text not null default 'set',
    catalogue_version_id  int not null,
    recorded_at           timestamptz not null default now(),
    revision_reason       text not null default '',
    constraint one_target_per_number
        primary key (target_id),
    constraint one_target_per_month_organisation_measure_and_revision
        unique (from_month_key, organisation_id, measure_id, revision_no),
    constraint target_status_is_known
        check (target_status in ('set', 'withdrawn')),
    constraint a_set_target_is_one_value_or_a_band
        check (target_status = 'withdrawn' or (target_value is not null) <> (target_low is not null and target_high is not null)),
    constraint low_is_not_above_high
        check (target_low <= target_high),
    constraint tolerance_is_not_negative
        check (tolerance >= 0),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);

comment on table dw.fact_target is
    'GRAIN: one target of one measure for one organisation that starts in one month, in one revision. Append-only: the revision with the highest number counts. mart.target_value has it month by month.';
comment on column dw.fact_target.target_id is
    'Number of the statement.';
comment on column dw.fact_target.from_month_key is
    'First month it holds for (201512).';
comment on column dw.fact_target.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_target.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_target.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_target.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_target.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_target.to_month_key is
    'Last month it holds for; null while it holds on.';
comment on column dw.fact_target.target_value is
    'Target in the unit of the measure; null when it is a band, or withdrawn.';
comment on column dw.fact_target.target_low is
    'Lower end of a band.';
comment on column dw.fact_target.target_high is
    'Upper end of a band.';
comment on column dw.fact_target.tolerance is
    'How far a miss may lie from the target and still be within tolerance.';
comment on column dw.fact_target.target_status is
    'set, or withdrawn when the catalogue no longer has it.';
comment on column dw.fact_target.catalogue_version_id is
    'Version of the catalogue that said so.';
comment on column dw.fact_target.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_target.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_target;

--changeset monthend:fact_target-holds-its-keys
call dw.hold_key('dw.fact_target', 'from_month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_target', 'to_month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_target', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_target', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_target', 'catalogue_version_id', 'etl.catalogue_version', 'catalogue_version_id');
--rollback empty

--changeset monthend:fact_target-is-append-only
call dw.make_append_only('dw.fact_target');
--rollback empty
