--liquibase formatted sql

--changeset monthend:fact_baseline-created
create table dw.fact_baseline (
    baseline_id           bigint generated always as identity,
    measure_key           int not null,
    measure_id            int not null,
    revision_no           int not null,
    rank_kind             text not null,
    quartile_letter       text,
    national_average      numeric,
    rank_text             text not null default '',
    figure                numeric,
    figure_text           text not null default '',
    source_text           text not null default '',
    baseline_status       text not null default 'set',
    catalogue_version_id  int not null,
    recorded_at           timestamptz not null default now(),
    revision_reason       text not null default '',
    constraint one_baseline_per_number
        primary key (baseline_id),
    constraint one_baseline_per_measure_and_revision
        unique (measure_id, revision_no),
    constraint rank_kind_is_known
        check (rank_kind in ('quartile', 'national_average', 'none')),
    constraint quartile_has_a_letter_from_a_to_d
        check ((rank_kind = 'quartile') = (quartile_letter is not null) and quartile_letter in ('A', 'B', 'C', 'D')),
    constraint national_average_has_a_value
        check ((rank_kind = 'national_average') = (national_average is not null)),
    constraint baseline_status_is_known
        check (baseline_status in ('set', 'withdrawn')),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);

comment on table dw.fact_baseline is
    'GRAIN: the baseline of one measure, in one revision. Append-only: the revision with the highest number counts.';
comment on column dw.fact_baseline.baseline_id is
    'Number of the statement.';
comment on column dw.fact_baseline.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_baseline.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_baseline.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_baseline.rank_kind is
    'quartile, national_average or none.';
comment on column dw.fact_baseline.quartile_letter is
    'A (top) to D (bottom) by national rank; null for other kinds.';
comment on column dw.fact_baseline.national_average is
    'National average in the unit of the measure; null for other kinds.';
comment on column dw.fact_baseline.rank_text is
    'What stands for a rank that is not there: "-" or nothing.';
comment on column dw.fact_baseline.figure is
    'Own baseline in the unit of the measure; null without one.';
comment on column dw.fact_baseline.figure_text is
    'What stands for a figure that is not there: "-" or nothing.';
comment on column dw.fact_baseline.source_text is
    'Where it comes from.';
comment on column dw.fact_baseline.baseline_status is
    'set, or withdrawn when the catalogue no longer has it.';
comment on column dw.fact_baseline.catalogue_version_id is
    'Version of the catalogue that said so.';
comment on column dw.fact_baseline.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_baseline.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_baseline;

--changeset monthend:fact_baseline-holds-its-keys
call dw.hold_key('dw.fact_baseline', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_baseline', 'catalogue_version_id', 'etl.catalogue_version', 'catalogue_version_id');
--rollback empty

--changeset monthend:fact_baseline-is-append-only
call dw.make_append_only('dw.fact_baseline');
--rollback empty
