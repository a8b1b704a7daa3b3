--liquibase formatted sql

--changeset monthend:stage_distribution-created
create unlogged table etl.stage_distribution (
    submission_id      bigint not null,
    month_key          int not null,
    organisation_code  text not null,
    scheme_code        text not null,
    category_code      text not null,
    share_pct          numeric,
    item_count         numeric,
    reported_text      text not null default '',
    source_sheet       text not null default '',
    value_cell         text not null default '',
    revision_reason    text not null default ''
);

comment on table etl.stage_distribution is
    'Rows of submissions on their way into dw.fact_measure_distribution; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_distribution.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_distribution.month_key is
    'Month the figures are about (201512).';
comment on column etl.stage_distribution.organisation_code is
    'Organisation, by code.';
comment on column etl.stage_distribution.scheme_code is
    'Scheme of the categories, by code.';
comment on column etl.stage_distribution.category_code is
    'Category, by code.';
comment on column etl.stage_distribution.share_pct is
    'Share of the whole in percent; null when not given.';
comment on column etl.stage_distribution.item_count is
    'Number in the category; null when not given.';
comment on column etl.stage_distribution.reported_text is
    'The figure as its cell showed it.';
comment on column etl.stage_distribution.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_distribution.value_cell is
    'Cell of the figure.';
comment on column etl.stage_distribution.revision_reason is
    'Why the sender says that it has changed; empty when not said.';
--rollback drop table etl.stage_distribution;

--changeset monthend:stage_distribution-is-found-by-submission
create index stage_distribution_by_submission on etl.stage_distribution (submission_id);
--rollback drop index etl.stage_distribution_by_submission;
