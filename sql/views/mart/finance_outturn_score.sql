--liquibase formatted sql

--changeset monthend:finance_outturn_score runOnChange:true
create or replace view mart.finance_outturn_score as
with told as (
    select
        edition.edition_key,
        edition.month_key,
        edition.organisation_id,
        edition.edition_no,
        outturn.finance_line_key,
        outturn.finance_line_id,
        outturn.fiscal_year_start,
        outturn.months_known,
        outturn.budget_gbp,
        outturn.low_80,
        outturn.outturn_median,
        outturn.high_80,
        outturn.chance_of_overspend,
        outturn.is_complete,
        said.forecast_gbp,
        lag(
            array[
                outturn.outturn_median, outturn.low_80, outturn.high_80, outturn.chance_of_overspend,
                outturn.budget_gbp::float8, said.forecast_gbp::float8
            ]
        ) over (
            partition by edition.month_key, edition.organisation_id, outturn.finance_line_id order by edition.edition_no
        ) as told_before
    from dw.dim_scorecard_edition as edition
    join dw.fact_scorecard_finance_outturn as outturn using (edition_key)
    join dw.fact_scorecard_finance as said
        on said.edition_key = outturn.edition_key and said.finance_line_id = outturn.finance_line_id
),
newest_scorecard as (
    select distinct on (organisation_id) edition_key, organisation_id, month_key
    from mart.scorecard_edition
    order by organisation_id, month_key desc
)
select
    outturn.edition_key,
    outturn.month_key,
    made_in.month_label,
    outturn.edition_no,
    outturn.organisation_id,
    outturn.finance_line_id,
    line.line_code,
    line.line_name,
    line.line_kind,
    outturn.fiscal_year_start,
    made_in.fiscal_year_label,
    outturn.months_known,
    came.spend_to_date_gbp as actual_gbp,
    outturn.outturn_median,
    outturn.outturn_median - came.spend_to_date_gbp::float8 as outturn_error,
    came.spend_to_date_gbp::float8 between outturn.low_80 and outturn.high_80 as is_within_80,
    outturn.chance_of_overspend,
    came.spend_to_date_gbp > outturn.budget_gbp as is_overspent,
    power(
        outturn.chance_of_overspend - case when came.spend_to_date_gbp > outturn.budget_gbp then 1 else 0 end, 2
    ) as brier_score,
    outturn.forecast_gbp as team_outturn_gbp,
    outturn.forecast_gbp::float8 - came.spend_to_date_gbp::float8 as team_error
from told as outturn
join newest_scorecard
    on newest_scorecard.organisation_id = outturn.organisation_id
    and newest_scorecard.month_key > outturn.month_key
join dw.fact_scorecard_finance_month as came
    on came.edition_key = newest_scorecard.edition_key
    and came.finance_line_id = outturn.finance_line_id
    and came.month_key = (outturn.fiscal_year_start + 1) * 100 + 3
    and came.spend_to_date_gbp is not null
join dw.dim_finance_line as line on line.finance_line_key = outturn.finance_line_key
join dw.dim_month as made_in on made_in.month_key = outturn.month_key
where not outturn.is_complete
    and (outturn.outturn_median is not null or outturn.forecast_gbp is not null)
    and outturn.told_before is distinct from array[
        outturn.outturn_median, outturn.low_80, outturn.high_80, outturn.chance_of_overspend, outturn.budget_gbp::float8,
        outturn.forecast_gbp::float8
    ];
alter view mart.finance_outturn_score owner to mart_owner;

comment on view mart.finance_outturn_score is
    'GRAIN: one outturn of one finance line that one edition of a month told, and the finance team''s of the same month, held against the spend to date of March, once that is known. An edition that repeats what the one before it told is not scored for it again. In pounds; errors are outturn told less outturn that came.';
comment on column mart.finance_outturn_score.edition_key is
    'Number of the edition.';
comment on column mart.finance_outturn_score.month_key is
    'Month of the scorecard (201512).';
comment on column mart.finance_outturn_score.month_label is
    'Dec-15.';
comment on column mart.finance_outturn_score.edition_no is
    '1 for the first edition of the month; later ones told something else.';
comment on column mart.finance_outturn_score.organisation_id is
    'Number of the organisation.';
comment on column mart.finance_outturn_score.finance_line_id is
    'Number of the line, the same through all its versions.';
comment on column mart.finance_outturn_score.line_code is
    'Code of the line.';
comment on column mart.finance_outturn_score.line_name is
    'Name of the line.';
comment on column mart.finance_outturn_score.line_kind is
    'money, or of which, which is never to be added to money.';
comment on column mart.finance_outturn_score.fiscal_year_start is
    'Calendar year in which the fiscal year starts (2015 for 2015/16).';
comment on column mart.finance_outturn_score.fiscal_year_label is
    '2015/16.';
comment on column mart.finance_outturn_score.months_known is
    'Of how many of its twelve months the spend was known.';
comment on column mart.finance_outturn_score.actual_gbp is
    'What the year came to, as the newest scorecard knows it.';
comment on column mart.finance_outturn_score.outturn_median is
    'The scorecard''s outturn; null where it told none.';
comment on column mart.finance_outturn_score.outturn_error is
    'Its error: above 0 when it was too high.';
comment on column mart.finance_outturn_score.is_within_80 is
    'Whether what came lay within its 80% range.';
comment on column mart.finance_outturn_score.chance_of_overspend is
    'The chance of overspend that it told, 0 to 1; null without a budget.';
comment on column mart.finance_outturn_score.is_overspent is
    'Whether the year came to more than the budget as it was then.';
comment on column mart.finance_outturn_score.brier_score is
    'Squared difference of the chance from what came: 0 is perfect, 0.25 what a chance of a half scores.';
comment on column mart.finance_outturn_score.team_outturn_gbp is
    'What the finance team expected in that month; null when not stated.';
comment on column mart.finance_outturn_score.team_error is
    'Its error.';
--rollback drop view mart.finance_outturn_score;
