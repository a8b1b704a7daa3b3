--liquibase formatted sql

--changeset monthend:rebase runOnChange:true
create or replace view mart.rebase as
select
    said.rebase_id,
    said.measure_code,
    measure.measure_name,
    said.organisation_code,
    said.month_key,
    calendar.month_label,
    said.is_rebased,
    said.reason_text,
    said.rebased_by,
    said.rebased_at,
    count(*) over word as version_no,
    not exists (
        select from etl.rebase as later
        where (later.measure_code, later.organisation_code, later.month_key)
            = (said.measure_code, said.organisation_code, said.month_key)
            and later.rebase_id > said.rebase_id
    ) as is_current
from etl.rebase as said
join dw.dim_month as calendar on calendar.month_key = said.month_key
left join dw.dim_measure as measure on measure.measure_code = said.measure_code and measure.is_current
window word as (
    partition by said.measure_code, said.organisation_code, said.month_key order by said.rebase_id
);
alter view mart.rebase owner to mart_owner;

comment on view mart.rebase is
    'GRAIN: one word of a named person on whether the limits of one measure and organisation start afresh in one month. The last one counts; the others stay.';
comment on column mart.rebase.rebase_id is
    'Number of the word.';
comment on column mart.rebase.measure_code is
    'Code of the measure.';
comment on column mart.rebase.measure_name is
    'Name of the measure.';
comment on column mart.rebase.organisation_code is
    'Code of the organisation.';
comment on column mart.rebase.month_key is
    'Month from which the limits start afresh (201504).';
comment on column mart.rebase.month_label is
    'Apr-15.';
comment on column mart.rebase.is_rebased is
    'Whether they do; no where an earlier word is taken back.';
comment on column mart.rebase.reason_text is
    'Why, in words.';
comment on column mart.rebase.rebased_by is
    'Who says so.';
comment on column mart.rebase.rebased_at is
    'When it was said.';
comment on column mart.rebase.version_no is
    '1 for the first word on the month.';
comment on column mart.rebase.is_current is
    'Whether it is the last word on the month.';
--rollback drop view mart.rebase;
