--liquibase formatted sql

--changeset monthend:return_receipt runOnChange:true
create or replace view etl.return_receipt as
select distinct on (accepted.month_key, accepted.return_code)
    accepted.month_key,
    accepted.return_code,
    accepted.submission_id,
    (
        select min(came.decided_at)
        from etl.return_submission as came
        where came.source_file_id = accepted.source_file_id and came.month_key = accepted.month_key
    ) as received_at
from etl.return_submission as accepted
where accepted.return_code <> ''
    and accepted.verdict in ('loaded', 'loaded_with_queries', 'partly_loaded', 'no_change')
order by accepted.month_key, accepted.return_code, accepted.submission_id;

comment on view etl.return_receipt is
    'GRAIN: one return and month of which something was loaded, and when it was received. A file that was loaded only once the catalogue was mended was received when it first came.';
comment on column etl.return_receipt.month_key is
    'Month of the return (201512).';
comment on column etl.return_receipt.return_code is
    'Code of the return.';
comment on column etl.return_receipt.submission_id is
    'The first submission of which rows were loaded.';
comment on column etl.return_receipt.received_at is
    'When a run first saw its file.';
--rollback drop view etl.return_receipt;
