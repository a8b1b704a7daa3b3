--liquibase formatted sql

--changeset monthend:current_issue runOnChange:true
create or replace view etl.current_issue as
with attempt as (
    select
        standing.submission_id as standing_submission_id,
        before.submission_id as before_submission_id
    from etl.standing_submission as standing
    left join lateral (
        select earlier.submission_id
        from etl.return_submission as earlier
        where earlier.month_key = standing.month_key
            and earlier.return_code = standing.return_code
            and (standing.return_code <> '' or earlier.source_file_id = standing.source_file_id)
            and earlier.attempt_no < standing.attempt_no
        order by earlier.attempt_no desc
        limit 1
    ) as before on true
),
status as (
    select
        issue.issue_id,
        case
            when exists (
                select from etl.validation_issue as known
                where known.submission_id = attempt.before_submission_id
                    and known.fingerprint = issue.fingerprint
            ) then 'same'
            else 'new'
        end as attempt_status
    from attempt
    join etl.validation_issue as issue on issue.submission_id = attempt.standing_submission_id
    union all
    select issue.issue_id, 'fixed' as attempt_status
    from attempt
    join etl.validation_issue as issue on issue.submission_id = attempt.before_submission_id
    where not exists (
        select from etl.validation_issue as still
        where still.submission_id = attempt.standing_submission_id
            and still.fingerprint = issue.fingerprint
    )
),
matched as (
    select
        issue.*,
        submission.month_key,
        submission.return_code,
        submission.source_file_id,
        submission.file_name,
        submission.attempt_no,
        status.attempt_status
    from status
    join etl.validation_issue as issue using (issue_id)
    join etl.return_submission as submission using (submission_id)
)
select
    matched.issue_id,
    matched.month_key,
    matched.return_code,
    matched.file_name,
    matched.submission_id,
    matched.attempt_no,
    matched.rule_code,
    matched.severity,
    matched.sheet_name,
    matched.cell_address,
    matched.found_text,
    matched.issue_message,
    matched.fingerprint,
    matched.cause,
    matched.attempt_status,
    case
        when matched.attempt_status = 'fixed' then 'fixed'
        when matched.severity in ('query', 'note') and explained.explanation_id is not null then 'explained'
        when matched.severity = 'note' then 'noted'
        else 'open'
    end as issue_state,
    (
        select min(had.decided_at)
        from etl.return_submission as had
        where had.month_key = matched.month_key
            and had.return_code = matched.return_code
            and (matched.return_code <> '' or had.source_file_id = matched.source_file_id)
            and had.attempt_no <= matched.attempt_no
            and not exists (
                select from etl.return_submission as had_not
                where had_not.month_key = matched.month_key
                    and had_not.return_code = matched.return_code
                    and (matched.return_code <> '' or had_not.source_file_id = matched.source_file_id)
                    and had_not.attempt_no between had.attempt_no and matched.attempt_no
                    and not exists (
                        select from etl.validation_issue as known
                        where known.submission_id = had_not.submission_id
                            and known.fingerprint = matched.fingerprint
                    )
            )
    ) as open_since_at,
    coalesce(explained.explanation_text, '') as explanation_text,
    coalesce(explained.explained_by, '') as explained_by,
    explained.explained_at
from matched
left join lateral (
    select
        explanation.explanation_id,
        explanation.explanation_text,
        explanation.explained_by,
        explanation.explained_at
    from etl.issue_explanation as explanation
    where explanation.cause = matched.cause
    order by explanation.explanation_id desc
    limit 1
) as explained on true;

comment on view etl.current_issue is
    'GRAIN: one issue of the attempt at a return that stands, or one that the attempt before it had and it has not.';
comment on column etl.current_issue.issue_id is
    'Number of the issue.';
comment on column etl.current_issue.month_key is
    'Month of its return (201512).';
comment on column etl.current_issue.return_code is
    'Its return; empty when the file fits none.';
comment on column etl.current_issue.file_name is
    'File that it was found in.';
comment on column etl.current_issue.submission_id is
    'Submission that it was found in.';
comment on column etl.current_issue.attempt_no is
    'Which attempt that was.';
comment on column etl.current_issue.rule_code is
    'Rule that was broken.';
comment on column etl.current_issue.severity is
    'refuse, error, query or note.';
comment on column etl.current_issue.sheet_name is
    'Sheet; empty when the issue is about the whole file.';
comment on column etl.current_issue.cell_address is
    'Cell or range; empty when it has none.';
comment on column etl.current_issue.found_text is
    'What was found there.';
comment on column etl.current_issue.issue_message is
    'What is wrong, what was expected and what to do.';
comment on column etl.current_issue.fingerprint is
    'The same in every attempt that has the same issue.';
comment on column etl.current_issue.cause is
    'What an explanation of it explains.';
comment on column etl.current_issue.attempt_status is
    'same (the attempt before had it too), new, or fixed (only the attempt before had it).';
comment on column etl.current_issue.issue_state is
    'open, explained, fixed, or noted (nobody need do anything).';
comment on column etl.current_issue.open_since_at is
    'When the first of the attempts was judged that have had it without a break.';
comment on column etl.current_issue.explanation_text is
    'The explanation that holds for its cause; empty when there is none.';
comment on column etl.current_issue.explained_by is
    'Who gave it.';
comment on column etl.current_issue.explained_at is
    'When it was given; null when there is none.';
--rollback drop view etl.current_issue;
