--liquibase formatted sql

--changeset monthend:target_value runOnChange:true
create or replace view mart.target_value as
select
    calendar.month_key,
    calendar.month_label,
    fact.measure_id,
    measure.measure_code,
    fact.organisation_id,
    organisation.organisation_code,
    fact.target_value,
    fact.target_low,
    fact.target_high,
    fact.tolerance
from dw.fact_target as fact
join dw.dim_measure as measure using (measure_key)
join dw.dim_organisation as organisation using (organisation_key)
join dw.dim_month as calendar
    on calendar.month_key between fact.from_month_key and coalesce(fact.to_month_key, 204912)
where fact.target_status = 'set'
    and not exists (
        select from dw.fact_target as later
        where later.from_month_key = fact.from_month_key
            and later.organisation_id = fact.organisation_id
            and later.measure_id = fact.measure_id
            and later.revision_no = fact.revision_no + 1
    );
alter view mart.target_value owner to mart_owner;

comment on view mart.target_value is
    'GRAIN: the target of one measure for one organisation in one month, as it counts now.';
comment on column mart.target_value.month_key is
    'The month as 201512.';
comment on column mart.target_value.month_label is
    'Dec-15.';
comment on column mart.target_value.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.target_value.measure_code is
    'Code of the measure.';
comment on column mart.target_value.organisation_id is
    'Number of the organisation, the same through all its versions.';
comment on column mart.target_value.organisation_code is
    'Code of the organisation.';
comment on column mart.target_value.target_value is
    'Target in the unit of the measure; null when it is a band.';
comment on column mart.target_value.target_low is
    'Lower end of a band.';
comment on column mart.target_value.target_high is
    'Upper end of a band.';
comment on column mart.target_value.tolerance is
    'How far a miss may lie from the target and still be within tolerance.';
--rollback drop view mart.target_value;
