--liquibase formatted sql

--changeset monthend:finance_outturn_accuracy runOnChange:true
create or replace view mart.finance_outturn_accuracy as
select
    score.organisation_id,
    score.finance_line_id,
    line.line_code,
    line.line_name,
    score.months_known,
    count(score.outturn_median) as outturn_count,
    avg(abs(score.outturn_error)) as mean_absolute_error,
    avg(score.outturn_error) as outturn_bias,
    100.0 * count(*) filter (where score.is_within_80) / nullif(count(score.outturn_median), 0) as covered_80_pct,
    count(score.brier_score) as chance_count,
    avg(score.brier_score) as brier_score,
    count(score.team_outturn_gbp) as team_outturn_count,
    avg(abs(score.team_error)) as team_mean_absolute_error,
    avg(score.team_error) as team_bias
from mart.finance_outturn_score as score
join dw.dim_finance_line as line on line.finance_line_id = score.finance_line_id and line.is_current
group by
    score.organisation_id,
    score.finance_line_id,
    line.line_code,
    line.line_name,
    score.months_known;
alter view mart.finance_outturn_accuracy owner to mart_owner;

comment on view mart.finance_outturn_accuracy is
    'GRAIN: how good the outturns of one finance line were that were told with so many months known, over all years that have ended: the scorecards'' own and the finance team''s. mart.finance_outturn_score has each of them. In pounds.';
comment on column mart.finance_outturn_accuracy.organisation_id is
    'Number of the organisation.';
comment on column mart.finance_outturn_accuracy.finance_line_id is
    'Number of the line, the same through all its versions.';
comment on column mart.finance_outturn_accuracy.line_code is
    'Code of the line.';
comment on column mart.finance_outturn_accuracy.line_name is
    'Name of the line.';
comment on column mart.finance_outturn_accuracy.months_known is
    'How many months of their year were known when they were told.';
comment on column mart.finance_outturn_accuracy.outturn_count is
    'How many of the scorecards'' own have been compared with what came.';
comment on column mart.finance_outturn_accuracy.mean_absolute_error is
    'By how much they missed, on average; null with none.';
comment on column mart.finance_outturn_accuracy.outturn_bias is
    'Mean of outturn told less outturn that came; above 0 when they were too high.';
comment on column mart.finance_outturn_accuracy.covered_80_pct is
    'Of 100 years that came, how many lay within the 80% range.';
comment on column mart.finance_outturn_accuracy.chance_count is
    'How many of them had a chance of overspend.';
comment on column mart.finance_outturn_accuracy.brier_score is
    'Mean squared difference of that chance from what came: 0 is perfect, 0.25 what a chance of a half scores.';
comment on column mart.finance_outturn_accuracy.team_outturn_count is
    'How many of the finance team''s own have been compared.';
comment on column mart.finance_outturn_accuracy.team_mean_absolute_error is
    'By how much those missed, on average.';
comment on column mart.finance_outturn_accuracy.team_bias is
    'Mean of theirs less what came.';
--rollback drop view mart.finance_outturn_accuracy;
