--liquibase formatted sql

--changeset monthend:file_standing runOnChange:true
create or replace view etl.file_standing as
with came as (
    select
        submission.month_key,
        submission.return_code,
        submission.source_file_id,
        max(coalesce(submission.arrived_as, submission.submission_id)) as arrived_as,
        max(submission.attempt_no) as last_attempt_no,
        min(submission.decided_at) as first_judged_at
    from etl.return_submission as submission
    where submission.verdict <> 'withdrawn'
    group by submission.month_key, submission.return_code, submission.source_file_id
),
judged as (
    select
        came.month_key,
        came.return_code,
        came.source_file_id,
        came.arrived_as,
        came.first_judged_at,
        attempt.submission_id,
        attempt.attempt_no,
        attempt.file_name,
        attempt.verdict,
        attempt.verdict in ('loaded', 'loaded_with_queries', 'partly_loaded') as is_loaded,
        attempt.decided_at
    from came
    join etl.return_submission as attempt
        on attempt.month_key = came.month_key
        and attempt.return_code = came.return_code
        and attempt.attempt_no = came.last_attempt_no
),
withdrawn as (
    select
        submission.month_key,
        submission.return_code,
        max(submission.submission_id) as submission_id
    from etl.return_submission as submission
    where submission.verdict = 'withdrawn'
    group by submission.month_key, submission.return_code
),
counting as (
    select distinct on (judged.month_key, judged.return_code)
        judged.month_key,
        judged.return_code,
        judged.source_file_id,
        judged.submission_id,
        judged.file_name,
        judged.arrived_as
    from judged
    left join withdrawn using (month_key, return_code)
    where judged.is_loaded
        and judged.return_code <> ''
        and (withdrawn.submission_id is null or judged.arrived_as > withdrawn.submission_id)
    order by judged.month_key, judged.return_code, judged.arrived_as desc
)
select
    judged.month_key,
    judged.return_code,
    judged.file_name,
    file.sha256,
    case
        when judged.source_file_id = counting.source_file_id then 'counts'
        when judged.arrived_as < counting.arrived_as then 'replaced'
        when judged.is_loaded then 'withdrawn'
        else 'refused'
    end as file_state,
    judged.verdict,
    judged.submission_id,
    judged.attempt_no,
    judged.arrived_as,
    judged.first_judged_at,
    judged.decided_at,
    coalesce(counting.file_name, '') as counting_file_name,
    counting.submission_id as counting_submission_id,
    exists (select from etl.source_file_content as content where content.sha256 = file.sha256) as is_kept
from judged
join etl.source_file as file using (source_file_id)
left join withdrawn using (month_key, return_code)
left join counting using (month_key, return_code)
where judged.return_code <> ''
    or not exists (
        select from etl.return_submission as taken
        where taken.source_file_id = judged.source_file_id
            and taken.month_key = judged.month_key
            and taken.return_code <> ''
    )
union all
select
    unfinished.month_key,
    '' as return_code,
    unfinished.file_name,
    unfinished.sha256,
    'waiting' as file_state,
    '' as verdict,
    null as submission_id,
    null as attempt_no,
    null as arrived_as,
    null as first_judged_at,
    unfinished.first_seen_at as decided_at,
    '' as counting_file_name,
    null as counting_submission_id,
    false as is_kept
from etl.unfinished_file as unfinished
where not exists (
    select from etl.return_submission as submission
    join etl.source_file as file using (source_file_id)
    where file.sha256 = unfinished.sha256 and submission.month_key = unfinished.month_key
);

comment on view etl.file_standing is
    'GRAIN: one file, by its content, that came in a month for a return, and whether it counts. A file that seemed to be copied still when it was last looked at is there without a return, until it is judged.';
comment on column etl.file_standing.month_key is
    'Month of its folder (201512).';
comment on column etl.file_standing.return_code is
    'Return that it was taken for; empty when it fits none or is not judged yet.';
comment on column etl.file_standing.file_name is
    'Name under which it was judged last; as sent, so not to be trusted.';
comment on column etl.file_standing.sha256 is
    'SHA-256 of its bytes.';
comment on column etl.file_standing.file_state is
    'counts; replaced (a file that came later counts); refused (nothing of it was loaded, and no later file counts); withdrawn; or waiting (it seemed to be copied still).';
comment on column etl.file_standing.verdict is
    'Verdict of the last attempt at it; empty before there is one.';
comment on column etl.file_standing.submission_id is
    'The last attempt at it; null before there is one.';
comment on column etl.file_standing.attempt_no is
    'Which attempt at the return that was; null before there is one.';
comment on column etl.file_standing.arrived_as is
    'Its place in the order of arrival: the submission with which it first came, or with which it was put back on purpose; null before it is judged.';
comment on column etl.file_standing.first_judged_at is
    'When it was judged first; null before.';
comment on column etl.file_standing.decided_at is
    'When it was judged last; for a waiting file, when it was seen first.';
comment on column etl.file_standing.counting_file_name is
    'Name of the file of the return that counts; empty when none does.';
comment on column etl.file_standing.counting_submission_id is
    'The last attempt at that file; null when none counts.';
comment on column etl.file_standing.is_kept is
    'Whether its bytes are kept.';
--rollback drop view etl.file_standing;
