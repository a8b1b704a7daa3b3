--liquibase formatted sql

--changeset monthend:fact_project_status-created
create table dw.fact_project_status (
    project_status_id      bigint generated always as identity,
    month_key              int not null,
    project_key            int not null,
    project_id             int not null,
    revision_no            int not null,
    progress_category_key  int not null,
    finance_category_key   int not null,
    narrative              text not null,
    submission_id          bigint not null,
    source_sheet           text not null default '',
    progress_cell          text not null default '',
    finance_cell           text not null default '',
    narrative_cell         text not null default '',
    recorded_at            timestamptz not null default now(),
    revision_reason        text not null default '',
    constraint one_project_status_per_number
        primary key (project_status_id),
    constraint one_project_status_per_month_project_and_revision
        unique (month_key, project_id, revision_no),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);
-- Rows arrive by submission, so a block range index finds them and costs next to nothing.
create index fact_project_status_by_submission on dw.fact_project_status using brin (submission_id);

comment on table dw.fact_project_status is
    'GRAIN: the report of one project for one month, in one revision. Append-only: the revision with the highest number counts.';
comment on column dw.fact_project_status.project_status_id is
    'Number of the statement.';
comment on column dw.fact_project_status.month_key is
    'Month the figure is about (201512).';
comment on column dw.fact_project_status.project_key is
    'Project, in the version in force when it was recorded.';
comment on column dw.fact_project_status.project_id is
    'The same project through all its versions.';
comment on column dw.fact_project_status.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_project_status.progress_category_key is
    'Progress: a category of the RAG scheme.';
comment on column dw.fact_project_status.finance_category_key is
    'Forecast variance: a category of the RAG scheme.';
comment on column dw.fact_project_status.narrative is
    'Status in words.';
comment on column dw.fact_project_status.submission_id is
    'Submission that said so.';
comment on column dw.fact_project_status.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_project_status.progress_cell is
    'Cell of the progress; empty when not given.';
comment on column dw.fact_project_status.finance_cell is
    'Cell of the forecast variance; empty when not given.';
comment on column dw.fact_project_status.narrative_cell is
    'Cell of the words; empty when not given.';
comment on column dw.fact_project_status.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_project_status.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_project_status;

--changeset monthend:fact_project_status-holds-its-keys
call dw.hold_key('dw.fact_project_status', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_project_status', 'project_key', 'dw.dim_project', 'project_key');
call dw.hold_key('dw.fact_project_status', 'progress_category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_project_status', 'finance_category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_project_status', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_project_status-is-append-only
call dw.make_append_only('dw.fact_project_status');
--rollback empty

--changeset monthend:fact_project_status-can-be-withdrawn
alter table dw.fact_project_status add column is_withdrawn boolean not null default false;
alter table dw.fact_project_status add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_project_status.is_withdrawn is
    'Whether this revision takes the one before back: what it says is what was withdrawn, and counts no longer.';
--rollback alter table dw.fact_project_status drop column is_withdrawn;
