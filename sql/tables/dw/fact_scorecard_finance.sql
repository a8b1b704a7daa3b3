--liquibase formatted sql

--changeset monthend:fact_scorecard_finance-created
create table dw.fact_scorecard_finance (
    edition_key            int not null,
    finance_line_key       int not null,
    finance_line_id        int not null,
    sort_order             int not null,
    budget_gbp             numeric,
    forecast_gbp           numeric,
    reported_variance_gbp  numeric,
    computed_variance_gbp  numeric,
    progress_pct           numeric,
    finance_position_id    bigint,
    constraint one_scorecard_finance_line_per_edition
        primary key (edition_key, finance_line_id)
);

comment on table dw.fact_scorecard_finance is
    'GRAIN: one finance line in one edition of the scorecard. Frozen once the edition is published. What the page prints is in fact_scorecard_figure.';
comment on column dw.fact_scorecard_finance.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_finance.finance_line_key is
    'Finance line, in the version printed.';
comment on column dw.fact_scorecard_finance.finance_line_id is
    'The same line through all its versions.';
comment on column dw.fact_scorecard_finance.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard_finance.budget_gbp is
    'Budget of the financial year in pounds; null when not given.';
comment on column dw.fact_scorecard_finance.forecast_gbp is
    'Outturn expected for the year in pounds; null when not given.';
comment on column dw.fact_scorecard_finance.reported_variance_gbp is
    'Forecast less budget as stated, in pounds; null when not given.';
comment on column dw.fact_scorecard_finance.computed_variance_gbp is
    'Forecast less budget as it follows from the two figures; null without both.';
comment on column dw.fact_scorecard_finance.progress_pct is
    'Progress in percent; null for other lines.';
comment on column dw.fact_scorecard_finance.finance_position_id is
    'Statement that the figures are from; null when none was made.';
--rollback drop table dw.fact_scorecard_finance;

--changeset monthend:fact_scorecard_finance-holds-its-keys
call dw.hold_key('dw.fact_scorecard_finance', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_finance', 'finance_line_key', 'dw.dim_finance_line', 'finance_line_key');
call dw.hold_key('dw.fact_scorecard_finance', 'finance_position_id', 'dw.fact_finance_position', 'finance_position_id');
--rollback empty

--changeset monthend:fact_scorecard_finance-is-frozen
call dw.make_frozen('dw.fact_scorecard_finance');
--rollback empty
