--liquibase formatted sql

--changeset monthend:standing_submission runOnChange:true
create or replace view etl.standing_submission as
select distinct on (
    submission.month_key, submission.return_code, case when submission.return_code = '' then submission.source_file_id end
)
    submission.submission_id,
    submission.month_key,
    submission.return_code,
    submission.attempt_no,
    submission.source_file_id,
    submission.file_name,
    submission.mapping_version,
    submission.verdict,
    submission.reason_code,
    submission.rows_read,
    submission.rows_loaded,
    submission.rows_rejected,
    submission.decided_at
from etl.return_submission as submission
where submission.return_code <> ''
    or not exists (
        select from etl.return_submission as taken
        where taken.source_file_id = submission.source_file_id
            and taken.month_key = submission.month_key
            and taken.return_code <> ''
            and taken.submission_id > submission.submission_id
    )
order by
    submission.month_key,
    submission.return_code,
    case when submission.return_code = '' then submission.source_file_id end,
    coalesce(submission.arrived_as, submission.submission_id) desc,
    submission.attempt_no desc;

comment on view etl.standing_submission is
    'GRAIN: one return and month that something came for, and the last attempt at the file that came last, or its withdrawal. A file of no return stands for itself, until it is taken for one.';
comment on column etl.standing_submission.submission_id is
    'The submission.';
comment on column etl.standing_submission.month_key is
    'Month that it is about (201512).';
comment on column etl.standing_submission.return_code is
    'Return that the file was taken for; empty when it fits none.';
comment on column etl.standing_submission.attempt_no is
    'Which attempt it is.';
comment on column etl.standing_submission.source_file_id is
    'The file.';
comment on column etl.standing_submission.file_name is
    'Name that the file had.';
comment on column etl.standing_submission.mapping_version is
    'Digest of the layouts and rules it was read by.';
comment on column etl.standing_submission.verdict is
    'loaded, loaded_with_queries, partly_loaded, refused, deferred, no_change or withdrawn.';
comment on column etl.standing_submission.reason_code is
    'Rule that refused or deferred it; empty otherwise.';
comment on column etl.standing_submission.rows_read is
    'Rows of data found in the file.';
comment on column etl.standing_submission.rows_loaded is
    'Rows that passed, changed or not.';
comment on column etl.standing_submission.rows_rejected is
    'Rows kept out by an error.';
comment on column etl.standing_submission.decided_at is
    'When the verdict fell.';
--rollback drop view etl.standing_submission;
