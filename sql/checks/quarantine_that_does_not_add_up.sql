-- Submissions whose rejected rows are not those in quarantine and those that are said not to be there.
select
    submission.submission_id,
    submission.rows_rejected,
    submission.rows_not_quarantined,
    count(kept.row_no) as quarantined_rows
from etl.return_submission as submission
left join etl.quarantined_row as kept using (submission_id)
group by submission.submission_id
having submission.rows_rejected <> submission.rows_not_quarantined + count(kept.row_no);
