--liquibase formatted sql

--changeset monthend:fact_scorecard_finance_month-created
create table dw.fact_scorecard_finance_month (
    edition_key          int not null,
    finance_line_key     int not null,
    finance_line_id      int not null,
    month_key            int not null,
    spend_to_date_gbp    numeric,
    committed_gbp        numeric,
    budget_gbp           numeric,
    forecast_gbp         numeric,
    finance_position_id  bigint,
    constraint one_finance_month_per_edition_line_and_month
        primary key (edition_key, finance_line_id, month_key)
);

comment on table dw.fact_scorecard_finance_month is
    'GRAIN: what one edition knew of one finance line at one month''s end. Frozen once the edition is published. Spend to date begins anew each April, so it never adds up over months.';
comment on column dw.fact_scorecard_finance_month.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_finance_month.finance_line_key is
    'Finance line, in the version that the edition shows.';
comment on column dw.fact_scorecard_finance_month.finance_line_id is
    'The same line through all its versions.';
comment on column dw.fact_scorecard_finance_month.month_key is
    'Month at whose end it was so (201512).';
comment on column dw.fact_scorecard_finance_month.spend_to_date_gbp is
    'Spend since April of the month''s own fiscal year, in pounds; null when not stated.';
comment on column dw.fact_scorecard_finance_month.committed_gbp is
    'Ordered for the rest of that year beside the monthly run of spend, in pounds; null when not stated.';
comment on column dw.fact_scorecard_finance_month.budget_gbp is
    'Budget of that year in pounds; null when not stated.';
comment on column dw.fact_scorecard_finance_month.forecast_gbp is
    'Outturn of that year that the finance team expected then, in pounds; null when not stated.';
comment on column dw.fact_scorecard_finance_month.finance_position_id is
    'Statement that said so.';
--rollback drop table dw.fact_scorecard_finance_month;

--changeset monthend:fact_scorecard_finance_month-holds-its-keys
call dw.hold_key('dw.fact_scorecard_finance_month', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_finance_month', 'finance_line_key', 'dw.dim_finance_line', 'finance_line_key');
call dw.hold_key('dw.fact_scorecard_finance_month', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_scorecard_finance_month', 'finance_position_id', 'dw.fact_finance_position', 'finance_position_id');
--rollback empty

--changeset monthend:fact_scorecard_finance_month-is-frozen
call dw.make_frozen('dw.fact_scorecard_finance_month');
--rollback empty
