--liquibase formatted sql

--changeset monthend:current_waiver runOnChange:true
create or replace view etl.current_waiver as
select
    month_key,
    return_code,
    reason_text,
    waived_by,
    waived_at
from (
    select distinct on (month_key, return_code) *
    from etl.return_waiver
    order by month_key, return_code, return_waiver_id desc
) as last_word
where is_waived;

comment on view etl.current_waiver is
    'GRAIN: one return that need not come for one month.';
comment on column etl.current_waiver.month_key is
    'Month of the return (201512).';
comment on column etl.current_waiver.return_code is
    'Code of the return.';
comment on column etl.current_waiver.reason_text is
    'Why.';
comment on column etl.current_waiver.waived_by is
    'Who says so.';
comment on column etl.current_waiver.waived_at is
    'Since when.';
--rollback drop view etl.current_waiver;
