--liquibase formatted sql

--changeset monthend:scorecard_finance runOnChange:true
create or replace view mart.scorecard_finance as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.sort_order,
    finance_line.line_code,
    finance_line.line_name,
    finance_line.line_kind,
    finance_line.is_contract_line,
    line.budget_gbp,
    printed.budget_text,
    line.forecast_gbp,
    printed.forecast_text,
    line.reported_variance_gbp,
    line.computed_variance_gbp,
    printed.variance_text,
    line.progress_pct,
    line.finance_position_id
from mart.scorecard_edition as edition
join dw.fact_scorecard_finance as line using (edition_key)
join dw.dim_finance_line as finance_line using (finance_line_key)
left join lateral (
    select
        max(printed_text) filter (where column_code = 'budget') as budget_text,
        max(printed_text) filter (where column_code = 'forecast') as forecast_text,
        max(printed_text) filter (where column_code = 'variance') as variance_text
    from dw.fact_scorecard_figure as cell
    where cell.edition_key = line.edition_key
        and cell.block_code = 'finance'
        and cell.line_code = finance_line.line_code
) as printed on true;
alter view mart.scorecard_finance owner to mart_owner;

comment on view mart.scorecard_finance is
    'GRAIN: one finance line on the scorecard of one month. Add money lines alone: "of which" lines are part of them.';
comment on column mart.scorecard_finance.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_finance.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_finance.month_label is
    'Dec-15.';
comment on column mart.scorecard_finance.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_finance.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_finance.sort_order is
    'Place in the table, from 1.';
comment on column mart.scorecard_finance.line_code is
    'Code of the line.';
comment on column mart.scorecard_finance.line_name is
    'Name as printed.';
comment on column mart.scorecard_finance.line_kind is
    'money, of which (never to be added to money) or percent.';
comment on column mart.scorecard_finance.is_contract_line is
    'Whether it has the contract mark.';
comment on column mart.scorecard_finance.budget_gbp is
    'Budget of the financial year in pounds.';
comment on column mart.scorecard_finance.budget_text is
    'Budget as printed.';
comment on column mart.scorecard_finance.forecast_gbp is
    'Outturn expected for the year in pounds.';
comment on column mart.scorecard_finance.forecast_text is
    'Forecast as printed.';
comment on column mart.scorecard_finance.reported_variance_gbp is
    'Forecast less budget as stated, in pounds.';
comment on column mart.scorecard_finance.computed_variance_gbp is
    'Forecast less budget as it follows from the two figures, which may be rounded.';
comment on column mart.scorecard_finance.variance_text is
    'Variance as printed.';
comment on column mart.scorecard_finance.progress_pct is
    'Progress in percent, for progress lines.';
comment on column mart.scorecard_finance.finance_position_id is
    'Statement that the figures are from.';
--rollback drop view mart.scorecard_finance;
