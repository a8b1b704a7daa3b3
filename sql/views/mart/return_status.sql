--liquibase formatted sql

--changeset monthend:return_status runOnChange:true
create or replace view mart.return_status as
select
    due.month_key,
    calendar.month_label,
    due.return_code,
    monthly_return.return_name,
    due.organisation_code,
    due.due_date,
    case
        when last.verdict in ('refused', 'withdrawn') and waiver.reason_text is not null then 'waived'
        when last.verdict is not null then last.verdict
        when waiver.reason_text is not null then 'waived'
        when due.due_date < current_date then 'overdue'
        else 'not_due'
    end as return_status,
    coalesce(waiver.reason_text, '') as waived_reason,
    last.submission_id,
    last.attempt_no,
    last.file_name,
    last.reason_code,
    last.rows_read,
    last.rows_loaded,
    last.rows_rejected,
    last.decided_at,
    coalesce(issues.errors, 0) as error_count,
    coalesce(issues.open_queries, 0) as open_query_count,
    coalesce(waiver.waived_by, '') as waived_by,
    waiver.waived_at,
    (receipt.received_at at time zone 'Europe/London')::date as received_date,
    due.working_days_late,
    due.is_late_pattern
from etl.return_expectation as due
join dw.dim_month as calendar using (month_key)
left join etl.current_waiver as waiver using (month_key, return_code)
left join etl.return_receipt as receipt using (month_key, return_code)
left join etl.standing_submission as last using (month_key, return_code)
left join dw.dim_return as monthly_return
    on monthly_return.return_code = due.return_code and monthly_return.is_current
left join lateral (
    select
        count(*) filter (where severity in ('refuse', 'error')) as errors,
        count(*) filter (
            where severity = 'query'
                and not exists (
                    select from etl.issue_explanation as explanation where explanation.cause = issue.cause
                )
        ) as open_queries
    from etl.validation_issue as issue
    where issue.submission_id = last.submission_id
) as issues on true;
alter view mart.return_status owner to mart_owner;

comment on view mart.return_status is
    'GRAIN: one return that is due for one month, and the last that came of it.';
comment on column mart.return_status.month_key is
    'Month the return is about (201512).';
comment on column mart.return_status.month_label is
    'Dec-15.';
comment on column mart.return_status.return_code is
    'Code of the return.';
comment on column mart.return_status.return_name is
    'Name of the return.';
comment on column mart.return_status.organisation_code is
    'Organisation that owes it.';
comment on column mart.return_status.due_date is
    'Last day on which it is in time.';
comment on column mart.return_status.return_status is
    'Verdict on the file that came last, or withdrawn; or waived (also when what came was refused or withdrawn), overdue or not_due.';
comment on column mart.return_status.waived_reason is
    'Why it need not come; empty when it must.';
comment on column mart.return_status.submission_id is
    'The last attempt at the file that came last, or its withdrawal; null when none came.';
comment on column mart.return_status.attempt_no is
    'Which attempt that was.';
comment on column mart.return_status.file_name is
    'File of the last submission.';
comment on column mart.return_status.reason_code is
    'Rule that refused it.';
comment on column mart.return_status.rows_read is
    'Rows of data in the file.';
comment on column mart.return_status.rows_loaded is
    'Rows that passed.';
comment on column mart.return_status.rows_rejected is
    'Rows kept out by an error.';
comment on column mart.return_status.decided_at is
    'When the verdict fell.';
comment on column mart.return_status.error_count is
    'Errors in the last submission.';
comment on column mart.return_status.open_query_count is
    'Queries of the last submission that wait for an explanation.';
comment on column mart.return_status.waived_by is
    'Who says that it need not come; empty when it must.';
comment on column mart.return_status.waived_at is
    'Since when it need not come; null when it must.';
comment on column mart.return_status.received_date is
    'Day in England on which a run first saw the file that was loaded first; null when none was.';
comment on column mart.return_status.working_days_late is
    'By how many working days it came late, at the least; null when it was in time, has not come, or nobody can say because no run looked for it after it was due. As the last run judged it.';
comment on column mart.return_status.is_late_pattern is
    'Whether with this month the return was late, or did not come, three times in a row or four of the last twelve times. As the last run judged it.';
--rollback drop view mart.return_status;
