--liquibase formatted sql

--changeset monthend:fact_measure_distribution-created
create table dw.fact_measure_distribution (
    measure_distribution_id  bigint generated always as identity,
    month_key                int not null,
    organisation_key         int not null,
    organisation_id          int not null,
    category_key             int not null,
    category_id              int not null,
    revision_no              int not null,
    share_pct                numeric,
    item_count               numeric,
    reported_text            text not null default '',
    submission_id            bigint not null,
    source_sheet             text not null default '',
    value_cell               text not null default '',
    recorded_at              timestamptz not null default now(),
    revision_reason          text not null default '',
    constraint one_measure_distribution_per_number
        primary key (measure_distribution_id),
    constraint one_distribution_per_month_organisation_category_and_revision
        unique (month_key, organisation_id, category_id, revision_no),
    constraint share_or_count_is_given
        check (share_pct is not null or item_count is not null),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);
-- Rows arrive by submission, so a block range index finds them and costs next to nothing.
create index fact_measure_distribution_by_submission on dw.fact_measure_distribution using brin (submission_id);

comment on table dw.fact_measure_distribution is
    'GRAIN: one category of one distribution for one organisation and one month, in one revision. Append-only: the revision with the highest number counts.';
comment on column dw.fact_measure_distribution.measure_distribution_id is
    'Number of the statement.';
comment on column dw.fact_measure_distribution.month_key is
    'Month the figure is about (201512).';
comment on column dw.fact_measure_distribution.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_measure_distribution.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_measure_distribution.category_key is
    'Category, in the version in force when it was recorded.';
comment on column dw.fact_measure_distribution.category_id is
    'The same category through all its versions.';
comment on column dw.fact_measure_distribution.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_measure_distribution.share_pct is
    'Share of the whole in percent; null when only a count is given.';
comment on column dw.fact_measure_distribution.item_count is
    'Number in the category; null when only a share is given.';
comment on column dw.fact_measure_distribution.reported_text is
    'The figure as its cell showed it.';
comment on column dw.fact_measure_distribution.submission_id is
    'Submission that said so.';
comment on column dw.fact_measure_distribution.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_measure_distribution.value_cell is
    'Cell of the figure; empty when not given.';
comment on column dw.fact_measure_distribution.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_measure_distribution.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_measure_distribution;

--changeset monthend:fact_measure_distribution-holds-its-keys
call dw.hold_key('dw.fact_measure_distribution', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_measure_distribution', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_measure_distribution', 'category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_measure_distribution', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_measure_distribution-is-append-only
call dw.make_append_only('dw.fact_measure_distribution');
--rollback empty

--changeset monthend:fact_measure_distribution-can-be-withdrawn
alter table dw.fact_measure_distribution add column is_withdrawn boolean not null default false;
alter table dw.fact_measure_distribution add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_measure_distribution.is_withdrawn is
    'Whether this revision takes the one before back: what it says is what was withdrawn, and counts no longer.';
--rollback alter table dw.fact_measure_distribution drop column is_withdrawn;
