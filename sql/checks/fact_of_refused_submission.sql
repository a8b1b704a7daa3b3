-- Statements whose submission was refused, deferred or changed nothing.
with stated as (
    select submission_id, 'fact_measure_value' as fact_name from dw.fact_measure_value
    union all
    select submission_id, 'fact_measure_quarter' from dw.fact_measure_quarter
    union all
    select submission_id, 'fact_measure_distribution' from dw.fact_measure_distribution
    union all
    select submission_id, 'fact_finance_position' from dw.fact_finance_position
    union all
    select submission_id, 'fact_audit_opinion' from dw.fact_audit_opinion
    union all
    select submission_id, 'fact_project_status' from dw.fact_project_status
)
select
    stated.fact_name,
    submission.submission_id,
    submission.verdict,
    count(*) as row_count
from stated
join etl.return_submission as submission using (submission_id)
where submission.verdict in ('refused', 'deferred', 'no_change')
group by stated.fact_name, submission.submission_id, submission.verdict;
