--liquibase formatted sql

--changeset monthend:current_issue runOnChange:true
create or replace view etl.current_issue as
with attempt as (
    select
        standing.submission_id as standing_submission_id,
        standing.attempt_no as standing_attempt_no,
        submission.submission_id,
        submission.month_key,
        submission.return_code,
        submission.file_name,
        submission.attempt_no,
        submission.decided_at,
        row_number() over (partition by standing.submission_id order by submission.attempt_no desc) as attempts_back
    from etl.standing_submission as standing
    join etl.return_submission as submission
        on submission.month_key = standing.month_key
            and submission.return_code = standing.return_code
            and (standing.return_code <> '' or submission.source_file_id = standing.source_file_id)
            and submission.attempt_no <= standing.attempt_no
),
matched as (
    select
        attempt.*,
        issue.issue_id,
        issue.rule_code,
        issue.severity,
        issue.sheet_name,
        issue.cell_address,
        issue.found_text,
        issue.issue_message,
        issue.fingerprint,
        issue.cause,
        case
            when attempt.attempts_back = 2 then 'fixed'
            when exists (
                select
                from attempt as earlier
                join etl.validation_issue as known using (submission_id)
                where earlier.standing_submission_id = attempt.standing_submission_id
                    and earlier.attempts_back = 2
                    and known.fingerprint = issue.fingerprint
            ) then 'same'
            else 'new'
        end as attempt_status
    from attempt
    join etl.validation_issue as issue using (submission_id)
    where attempt.attempts_back = 1
        or attempt.attempts_back = 2
            and not exists (
                select from etl.validation_issue as still
                where still.submission_id = attempt.standing_submission_id
                    and still.fingerprint = issue.fingerprint
            )
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
        from attempt as had
        where had.standing_submission_id = matched.standing_submission_id
            and had.attempt_no <= matched.attempt_no
            and had.attempt_no > coalesce(
                (
                    select max(had_not.attempt_no)
                    from attempt as had_not
                    where had_not.standing_submission_id = matched.standing_submission_id
                        and had_not.attempt_no < matched.attempt_no
                        and not exists (
                            select from etl.validation_issue as known
                            where known.submission_id = had_not.submission_id
                                and known.fingerprint = matched.fingerprint
                        )
                ),
                0
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
