--liquibase formatted sql

--changeset monthend:fact_finance_position-created
create table dw.fact_finance_position (
    finance_position_id    bigint generated always as identity,
    month_key              int not null,
    organisation_key       int not null,
    organisation_id        int not null,
    finance_line_key       int not null,
    finance_line_id        int not null,
    revision_no            int not null,
    budget_gbp             numeric,
    forecast_gbp           numeric,
    reported_variance_gbp  numeric,
    computed_variance_gbp  numeric generated always as (forecast_gbp - budget_gbp) stored,
    progress_pct           numeric,
    budget_text            text not null default '',
    forecast_text          text not null default '',
    variance_text          text not null default '',
    submission_id          bigint not null,
    source_sheet           text not null default '',
    budget_cell            text not null default '',
    forecast_cell          text not null default '',
    variance_cell          text not null default '',
    recorded_at            timestamptz not null default now(),
    revision_reason        text not null default '',
    constraint one_finance_position_per_number
        primary key (finance_position_id),
    constraint one_finance_position_per_month_organisation_line_and_revision
        unique (month_key, organisation_id, finance_line_id, revision_no),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);
-- Rows arrive by submission, so a block range index finds them and costs next to nothing.
create index fact_finance_position_by_submission on dw.fact_finance_position using brin (submission_id);

comment on table dw.fact_finance_position is
    'GRAIN: one finance line of one organisation at one month end, in one revision. Append-only: the revision with the highest number counts. Figures are for the whole financial year, so they never add up over months; add money lines alone, never "of which" lines.';
comment on column dw.fact_finance_position.finance_position_id is
    'Number of the statement.';
comment on column dw.fact_finance_position.month_key is
    'Month the figure is about (201512).';
comment on column dw.fact_finance_position.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_finance_position.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_finance_position.finance_line_key is
    'Finance line, in the version in force when it was recorded.';
comment on column dw.fact_finance_position.finance_line_id is
    'The same line through all its versions.';
comment on column dw.fact_finance_position.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_finance_position.budget_gbp is
    'Budget of the financial year in pounds; null when not given.';
comment on column dw.fact_finance_position.forecast_gbp is
    'Outturn that the finance team expects for the year, in pounds; null when not given.';
comment on column dw.fact_finance_position.reported_variance_gbp is
    'Forecast less budget as the return states it, in pounds; null when not given.';
comment on column dw.fact_finance_position.computed_variance_gbp is
    'Forecast less budget as it follows from the two figures, which may be rounded.';
comment on column dw.fact_finance_position.progress_pct is
    'Progress in percent, for progress lines; null for others.';
comment on column dw.fact_finance_position.budget_text is
    'Budget as its cell showed it.';
comment on column dw.fact_finance_position.forecast_text is
    'Forecast, or progress, as its cell showed it.';
comment on column dw.fact_finance_position.variance_text is
    'Variance as its cell showed it.';
comment on column dw.fact_finance_position.submission_id is
    'Submission that said so.';
comment on column dw.fact_finance_position.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_finance_position.budget_cell is
    'Cell of the budget; empty when not given.';
comment on column dw.fact_finance_position.forecast_cell is
    'Cell of the forecast, or of the progress; empty when not given.';
comment on column dw.fact_finance_position.variance_cell is
    'Cell of the variance; empty when not given.';
comment on column dw.fact_finance_position.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_finance_position.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_finance_position;

--changeset monthend:fact_finance_position-holds-its-keys
call dw.hold_key('dw.fact_finance_position', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_finance_position', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_finance_position', 'finance_line_key', 'dw.dim_finance_line', 'finance_line_key');
call dw.hold_key('dw.fact_finance_position', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_finance_position-is-append-only
call dw.make_append_only('dw.fact_finance_position');
--rollback empty

--changeset monthend:fact_finance_position-can-be-withdrawn
alter table dw.fact_finance_position add column is_withdrawn boolean not null default false;
alter table dw.fact_finance_position add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_finance_position.is_withdrawn is
    'Whether this revision takes the one before back: what it says is what was withdrawn, and counts no longer.';
--rollback alter table dw.fact_finance_position drop column is_withdrawn;

--changeset monthend:fact_finance_position-adds-spend-to-date-and-committed
alter table dw.fact_finance_position
    add column spend_to_date_gbp numeric,
    add column spend_to_date_text text not null default '',
    add column spend_to_date_cell text not null default '',
    add column committed_gbp numeric,
    add column committed_text text not null default '',
    add column committed_cell text not null default '';
comment on column dw.fact_finance_position.spend_to_date_gbp is
    'Spend from 1 April to the month''s end in pounds; null when not given.';
comment on column dw.fact_finance_position.spend_to_date_text is
    'Spend to date as its cell showed it.';
comment on column dw.fact_finance_position.spend_to_date_cell is
    'Cell of the spend to date; empty when not given.';
comment on column dw.fact_finance_position.committed_gbp is
    'Ordered for the rest of the financial year and no part of the monthly run of spend, in pounds; null when not given.';
comment on column dw.fact_finance_position.committed_text is
    'Committed as its cell showed it.';
comment on column dw.fact_finance_position.committed_cell is
    'Cell of the committed; empty when not given.';
--rollback alter table dw.fact_finance_position drop column spend_to_date_gbp, drop column spend_to_date_text, drop column spend_to_date_cell, drop column committed_gbp, drop column committed_text, drop column committed_cell;
