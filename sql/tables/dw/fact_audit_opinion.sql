--liquibase formatted sql

--changeset monthend:fact_audit_opinion-created
create table dw.fact_audit_opinion (
    audit_opinion_id  bigint generated always as identity,
    month_key         int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    category_key      int not null,
    category_id       int not null,
    revision_no       int not null,
    audit_count       numeric not null,
    reported_text     text not null default '',
    submission_id     bigint not null,
    source_sheet      text not null default '',
    value_cell        text not null default '',
    recorded_at       timestamptz not null default now(),
    revision_reason   text not null default '',
    constraint one_audit_opinion_per_number
        primary key (audit_opinion_id),
    constraint one_audit_opinion_per_month_organisation_category_and_revision
        unique (month_key, organisation_id, category_id, revision_no),
    constraint audit_count_is_not_negative
        check (audit_count >= 0),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);
-- Rows arrive by submission, so a block range index finds them and costs next to nothing.
create index fact_audit_opinion_by_submission on dw.fact_audit_opinion using brin (submission_id);

comment on table dw.fact_audit_opinion is
    'GRAIN: the number of internal audits with one opinion for one organisation at one month end, in one revision. Append-only: the revision with the highest number counts. A stock: it adds up over opinions, never over months.';
comment on column dw.fact_audit_opinion.audit_opinion_id is
    'Number of the statement.';
comment on column dw.fact_audit_opinion.month_key is
    'Month the figure is about (201512).';
comment on column dw.fact_audit_opinion.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_audit_opinion.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_audit_opinion.category_key is
    'Category, in the version in force when it was recorded.';
comment on column dw.fact_audit_opinion.category_id is
    'The same category through all its versions.';
comment on column dw.fact_audit_opinion.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_audit_opinion.audit_count is
    'Number of audits with this opinion.';
comment on column dw.fact_audit_opinion.reported_text is
    'The figure as its cell showed it.';
comment on column dw.fact_audit_opinion.submission_id is
    'Submission that said so.';
comment on column dw.fact_audit_opinion.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_audit_opinion.value_cell is
    'Cell of the figure; empty when not given.';
comment on column dw.fact_audit_opinion.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_audit_opinion.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_audit_opinion;

--changeset monthend:fact_audit_opinion-holds-its-keys
call dw.hold_key('dw.fact_audit_opinion', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_audit_opinion', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_audit_opinion', 'category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_audit_opinion', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_audit_opinion-is-append-only
call dw.make_append_only('dw.fact_audit_opinion');
--rollback empty

--changeset monthend:fact_audit_opinion-can-be-withdrawn
alter table dw.fact_audit_opinion add column is_withdrawn boolean not null default false;
alter table dw.fact_audit_opinion add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_audit_opinion.is_withdrawn is
    'Whether this revision takes the one before back: what it says is what was withdrawn, and counts no longer.';
--rollback alter table dw.fact_audit_opinion drop column is_withdrawn;
