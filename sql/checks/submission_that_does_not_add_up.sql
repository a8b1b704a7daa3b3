-- Submissions whose rows read are not those loaded and those rejected.
select
    submission_id,
    rows_read,
    rows_loaded,
    rows_rejected
from etl.return_submission
where rows_read <> rows_loaded + rows_rejected;
