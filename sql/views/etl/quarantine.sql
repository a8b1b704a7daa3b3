--liquibase formatted sql

--changeset monthend:quarantine runOnChange:true
create or replace view etl.quarantine as
select
    standing.month_key,
    standing.return_code,
    standing.file_name,
    waiting.submission_id,
    waiting.row_no,
    waiting.sheet_name,
    waiting.sheet_row_no,
    waiting.cells,
    waiting.rule_codes,
    standing.decided_at as rejected_at
from etl.standing_submission as standing
join etl.quarantined_row as waiting using (submission_id);

comment on view etl.quarantine is
    'GRAIN: one row that still waits, for a corrected file or a mended catalogue: it was not loaded, and its submission is the last of its return.';
comment on column etl.quarantine.month_key is
    'Month that its return is about (201512).';
comment on column etl.quarantine.return_code is
    'Return that it came in; empty when the file fits none.';
comment on column etl.quarantine.file_name is
    'File that it came in.';
comment on column etl.quarantine.submission_id is
    'Submission that it came in.';
comment on column etl.quarantine.row_no is
    'Which row of the return it is, counted from 1 in the order of reading.';
comment on column etl.quarantine.sheet_name is
    'Sheet.';
comment on column etl.quarantine.sheet_row_no is
    'Number of the row on the sheet.';
comment on column etl.quarantine.cells is
    'What stood in its cells, by address.';
comment on column etl.quarantine.rule_codes is
    'Rules that kept it out.';
comment on column etl.quarantine.rejected_at is
    'When it was rejected.';
--rollback drop view etl.quarantine;
