--liquibase formatted sql

--changeset monthend:stage_finance_position-created
create unlogged table etl.stage_finance_position (
    submission_id          bigint not null,
    month_key              int not null,
    organisation_code      text not null,
    line_code              text not null,
    budget_gbp             numeric,
    forecast_gbp           numeric,
    reported_variance_gbp  numeric,
    progress_pct           numeric,
    budget_text            text not null default '',
    forecast_text          text not null default '',
    variance_text          text not null default '',
    source_sheet           text not null default '',
    budget_cell            text not null default '',
    forecast_cell          text not null default '',
    variance_cell          text not null default '',
    revision_reason        text not null default ''
);

comment on table etl.stage_finance_position is
    'Rows of submissions on their way into dw.fact_finance_position; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_finance_position.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_finance_position.month_key is
    'Month the figures are about (201512).';
comment on column etl.stage_finance_position.organisation_code is
    'Organisation, by code.';
comment on column etl.stage_finance_position.line_code is
    'Finance line, by code.';
comment on column etl.stage_finance_position.budget_gbp is
    'Budget of the financial year in pounds; null when not given.';
comment on column etl.stage_finance_position.forecast_gbp is
    'Outturn expected for the year in pounds; null when not given.';
comment on column etl.stage_finance_position.reported_variance_gbp is
    'Forecast less budget as the return states it, in pounds; null when not given.';
comment on column etl.stage_finance_position.progress_pct is
    'Progress in percent, for lines that report it; null when not given.';
comment on column etl.stage_finance_position.budget_text is
    'Budget as its cell showed it.';
comment on column etl.stage_finance_position.forecast_text is
    'Forecast, or progress, as its cell showed it.';
comment on column etl.stage_finance_position.variance_text is
    'Variance as its cell showed it.';
comment on column etl.stage_finance_position.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_finance_position.budget_cell is
    'Cell of the budget.';
comment on column etl.stage_finance_position.forecast_cell is
    'Cell of the forecast, or of the progress.';
comment on column etl.stage_finance_position.variance_cell is
    'Cell of the variance.';
comment on column etl.stage_finance_position.revision_reason is
    'Why the sender says that it has changed; empty when not said.';
--rollback drop table etl.stage_finance_position;

--changeset monthend:stage_finance_position-is-found-by-submission
create index stage_finance_position_by_submission on etl.stage_finance_position (submission_id);
--rollback drop index etl.stage_finance_position_by_submission;

--changeset monthend:stage_finance_position-adds-spend-to-date-and-committed
alter table etl.stage_finance_position
    add column spend_to_date_gbp numeric,
    add column spend_to_date_text text not null default '',
    add column spend_to_date_cell text not null default '',
    add column committed_gbp numeric,
    add column committed_text text not null default '',
    add column committed_cell text not null default '';
comment on column etl.stage_finance_position.spend_to_date_gbp is
    'Spend from 1 April to the month''s end in pounds; null when not given.';
comment on column etl.stage_finance_position.spend_to_date_text is
    'Spend to date as its cell showed it.';
comment on column etl.stage_finance_position.spend_to_date_cell is
    'Cell of the spend to date; empty when not given.';
comment on column etl.stage_finance_position.committed_gbp is
    'Ordered for the rest of the financial year and no part of the monthly run of spend, in pounds; null when not given.';
comment on column etl.stage_finance_position.committed_text is
    'Committed as its cell showed it.';
comment on column etl.stage_finance_position.committed_cell is
    'Cell of the committed; empty when not given.';
--rollback alter table etl.stage_finance_position drop column spend_to_date_gbp, drop column spend_to_date_text, drop column spend_to_date_cell, drop column committed_gbp, drop column committed_text, drop column committed_cell;
