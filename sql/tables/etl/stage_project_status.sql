--liquibase formatted sql

--changeset monthend:stage_project_status-created
create unlogged table etl.stage_project_status (
    submission_id      bigint not null,
    month_key          int not null,
    project_code       text not null,
    progress_rag_code  text not null,
    finance_rag_code   text not null,
    narrative          text not null,
    source_sheet       text not null default '',
    progress_cell      text not null default '',
    finance_cell       text not null default '',
    narrative_cell     text not null default '',
    revision_reason    text not null default ''
);

comment on table etl.stage_project_status is
    'Rows of submissions on their way into dw.fact_project_status; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_project_status.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_project_status.month_key is
    'Month the figures are about (201512).';
comment on column etl.stage_project_status.project_code is
    'Project, by code.';
comment on column etl.stage_project_status.progress_rag_code is
    'Progress, by code of the RAG scheme.';
comment on column etl.stage_project_status.finance_rag_code is
    'Forecast variance, by code of the RAG scheme.';
comment on column etl.stage_project_status.narrative is
    'Status in words.';
comment on column etl.stage_project_status.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_project_status.progress_cell is
    'Cell of the progress.';
comment on column etl.stage_project_status.finance_cell is
    'Cell of the forecast variance.';
comment on column etl.stage_project_status.narrative_cell is
    'Cell of the words.';
comment on column etl.stage_project_status.revision_reason is
    'Why the sender says that it has changed; empty when not said.';
--rollback drop table etl.stage_project_status;

--changeset monthend:stage_project_status-is-found-by-submission
create index stage_project_status_by_submission on etl.stage_project_status (submission_id);
--rollback drop index etl.stage_project_status_by_submission;
