-- Submissions that were loaded in part or with queries and name no issue.
select submission.submission_id, submission.verdict
from etl.return_submission as submission
where submission.verdict in ('loaded_with_queries', 'partly_loaded', 'refused')
    and not exists (
        select from etl.validation_issue as issue where issue.submission_id = submission.submission_id
    );
