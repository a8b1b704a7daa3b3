--liquibase formatted sql

--changeset monthend:stage_audit_opinion-created
create unlogged table etl.stage_audit_opinion (
    submission_id      bigint not null,
    month_key          int not null,
    organisation_code  text not null,
    scheme_code        text not null,
    category_code      text not null,
    audit_count        numeric not null,
    reported_text      text not null default '',
    source_sheet       text not null default '',
    value_cell         text not null default '',
    revision_reason    text not null default ''
);

comment on table etl.stage_audit_opinion is
    'Rows of submissions on their way into dw.fact_audit_opinion; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_audit_opinion.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_audit_opinion.month_key is
    'Month the figures are about (201512).';
comment on column etl.stage_audit_opinion.organisation_code is
    'Organisation, by code.';
comment on column etl.stage_audit_opinion.scheme_code is
    'Scheme of the opinions, by code.';
comment on column etl.stage_audit_opinion.category_code is
    'Opinion, by code.';
comment on column etl.stage_audit_opinion.audit_count is
    'Number of audits with this opinion.';
comment on column etl.stage_audit_opinion.reported_text is
    'The figure as its cell showed it.';
comment on column etl.stage_audit_opinion.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_audit_opinion.value_cell is
    'Cell of the figure.';
comment on column etl.stage_audit_opinion.revision_reason is
    'Why the sender says that it has changed; empty when not said.';
--rollback drop table etl.stage_audit_opinion;

--changeset monthend:stage_audit_opinion-is-found-by-submission
create index stage_audit_opinion_by_submission on etl.stage_audit_opinion (submission_id);
--rollback drop index etl.stage_audit_opinion_by_submission;
