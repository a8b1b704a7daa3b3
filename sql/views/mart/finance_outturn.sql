--liquibase formatted sql

--changeset monthend:finance_outturn runOnChange:true
create or replace view mart.finance_outturn as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    outturn.finance_line_id,
    line.line_code,
    line.line_name,
    line.line_kind,
    outturn.fiscal_year_start,
    calendar.fiscal_year_label,
    outturn.months_known,
    month.spend_to_date_gbp,
    outturn.committed_gbp,
    outturn.budget_gbp,
    outturn.low_95,
    outturn.low_80,
    outturn.outturn_median,
    outturn.high_80,
    outturn.high_95,
    outturn.outturn_median - outturn.budget_gbp::float8 as outturn_variance,
    outturn.chance_of_overspend,
    outturn.chance_shown_pct,
    said.forecast_gbp as team_outturn_gbp,
    outturn.is_complete,
    outturn.reason_text,
    outturn.outlook_text,
    edition.method_version,
    edition.month_key = max(edition.month_key) over (
        partition by edition.organisation_id, outturn.fiscal_year_start
    ) as is_newest_of_year
from mart.scorecard_edition as edition
join dw.fact_scorecard_finance_outturn as outturn using (edition_key)
join dw.fact_scorecard_finance as said
    on said.edition_key = outturn.edition_key and said.finance_line_id = outturn.finance_line_id
join dw.dim_finance_line as line on line.finance_line_key = outturn.finance_line_key
join dw.dim_month as calendar on calendar.month_key = edition.month_key
left join dw.fact_scorecard_finance_month as month
    on month.edition_key = outturn.edition_key
    and month.finance_line_id = outturn.finance_line_id
    and month.month_key = edition.month_key;
alter view mart.finance_outturn owner to mart_owner;

comment on view mart.finance_outturn is
    'GRAIN: where one finance line will end the fiscal year, as the scorecard of one month says in its newest edition, beside what the finance team expects. For one row a year filter is_newest_of_year. In pounds. Add money lines alone, and no ranges.';
comment on column mart.finance_outturn.edition_key is
    'Number of the edition.';
comment on column mart.finance_outturn.month_key is
    'Month of the scorecard (201512).';
comment on column mart.finance_outturn.month_label is
    'Dec-15.';
comment on column mart.finance_outturn.edition_no is
    '1 for the first edition of the month.';
comment on column mart.finance_outturn.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.finance_outturn.finance_line_id is
    'Number of the line, the same through all its versions.';
comment on column mart.finance_outturn.line_code is
    'Code of the line.';
comment on column mart.finance_outturn.line_name is
    'Name of the line.';
comment on column mart.finance_outturn.line_kind is
    'money, or of which, which is never to be added to money.';
comment on column mart.finance_outturn.fiscal_year_start is
    'Calendar year in which the fiscal year starts (2015 for 2015/16).';
comment on column mart.finance_outturn.fiscal_year_label is
    '2015/16.';
comment on column mart.finance_outturn.months_known is
    'Of how many of its twelve months the spend was known.';
comment on column mart.finance_outturn.spend_to_date_gbp is
    'Spend from 1 April to the end of the scorecard''s month; null when not stated.';
comment on column mart.finance_outturn.committed_gbp is
    'What the outturn counts as ordered for the rest of the year; null where none was stated.';
comment on column mart.finance_outturn.budget_gbp is
    'Budget of the year, as last stated in it; null when not stated.';
comment on column mart.finance_outturn.low_95 is
    '2.5% of the outturns to be expected lie below; null where there is no outturn, as are all of the range.';
comment on column mart.finance_outturn.low_80 is
    '10% lie below.';
comment on column mart.finance_outturn.outturn_median is
    'Half lie below: the outturn that the scorecard tells.';
comment on column mart.finance_outturn.high_80 is
    '10% lie above.';
comment on column mart.finance_outturn.high_95 is
    '2.5% lie above.';
comment on column mart.finance_outturn.outturn_variance is
    'That outturn less the budget: above 0 for an overspend.';
comment on column mart.finance_outturn.chance_of_overspend is
    'Chance that the outturn is more than the budget, 0 to 1.';
comment on column mart.finance_outturn.chance_shown_pct is
    'The chance as it is shown: to the nearest 5%, and neither 0 nor 100 before the year is complete.';
comment on column mart.finance_outturn.team_outturn_gbp is
    'Outturn that the finance team expected in that month; null when not stated.';
comment on column mart.finance_outturn.is_complete is
    'Whether the whole year is known.';
comment on column mart.finance_outturn.reason_text is
    'Why there is no outturn; empty where there is one.';
comment on column mart.finance_outturn.outlook_text is
    'What a reader is told, in one sentence.';
comment on column mart.finance_outturn.method_version is
    'Version of the rules that the edition was judged by.';
comment on column mart.finance_outturn.is_newest_of_year is
    'Whether no later scorecard of the year is there.';
--rollback drop view mart.finance_outturn;
