--liquibase formatted sql

--changeset monthend:measure_value runOnChange:true
create or replace view mart.measure_value as
select
    fact.measure_value_id,
    fact.month_key,
    calendar.month_label,
    calendar.month_index,
    fact.measure_id,
    measure.measure_code,
    measure.measure_name,
    measure.unit,
    measure.unit_multiplier,
    measure.aggregation,
    fact.organisation_id,
    organisation.organisation_code,
    organisation.organisation_name,
    organisation.organisation_level,
    fact.numerator,
    fact.denominator,
    fact.reported_value,
    fact.figure,
    fact.value_status,
    fact.reported_text,
    fact.footnote_mark,
    fact.footnote_text,
    fact.revision_no,
    fact.recorded_at,
    fact.measure_id || '/' || organisation.organisation_level as grain_guard
from dw.fact_measure_value as fact
join dw.dim_month as calendar using (month_key)
join dw.dim_measure as measure on measure.measure_id = fact.measure_id and measure.is_current
join dw.dim_organisation as organisation
    on organisation.organisation_id = fact.organisation_id and organisation.is_current
where not exists (
    select from dw.fact_measure_value as later
    where later.month_key = fact.month_key
        and later.organisation_id = fact.organisation_id
        and later.measure_id = fact.measure_id
        and later.revision_no = fact.revision_no + 1
);
alter view mart.measure_value owner to mart_owner;

comment on view mart.measure_value is
    'GRAIN: one measure of one organisation in one month, as it counts now: the latest revision alone.';
comment on column mart.measure_value.measure_value_id is
    'Number of the statement.';
comment on column mart.measure_value.month_key is
    'The month as 201512.';
comment on column mart.measure_value.month_label is
    'Dec-15.';
comment on column mart.measure_value.month_index is
    'Months since year 0, for mart.measure_rollup.';
comment on column mart.measure_value.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_value.measure_code is
    'Code of the measure.';
comment on column mart.measure_value.measure_name is
    'Name of the measure.';
comment on column mart.measure_value.unit is
    'What the measure counts in.';
comment on column mart.measure_value.unit_multiplier is
    'For mart.measure_rollup.';
comment on column mart.measure_value.aggregation is
    'How months become a quarter; for mart.measure_rollup.';
comment on column mart.measure_value.organisation_id is
    'Number of the organisation, the same through all its versions.';
comment on column mart.measure_value.organisation_code is
    'Code of the organisation.';
comment on column mart.measure_value.organisation_name is
    'Name of the organisation.';
comment on column mart.measure_value.organisation_level is
    'trust, locality or team. Figures of different levels say the same twice: never add them.';
comment on column mart.measure_value.numerator is
    'Top of the fraction. Adds up over organisations of one level; over months only when the aggregation is flow or ratio.';
comment on column mart.measure_value.denominator is
    'What it is divided by. Adds up as the numerator does.';
comment on column mart.measure_value.reported_value is
    'Value as the return states it.';
comment on column mart.measure_value.figure is
    'Value that counts, unrounded, in the unit of the measure; null when missing. Never add or average percentages: use mart.measure_rollup, or sum(numerator) / sum(denominator).';
comment on column mart.measure_value.value_status is
    'reported, or why there is no figure. A missing figure is never zero.';
comment on column mart.measure_value.reported_text is
    'The figure as its cell showed it, where that adds something.';
comment on column mart.measure_value.footnote_mark is
    'Mark of its footnote.';
comment on column mart.measure_value.footnote_text is
    'The footnote.';
comment on column mart.measure_value.revision_no is
    '0 when it was never revised.';
comment on column mart.measure_value.recorded_at is
    'When the warehouse learned it.';
comment on column mart.measure_value.grain_guard is
    'Measure and level of organisation, for mart.measure_rollup, which gives no figure for a mixture.';
--rollback drop view mart.measure_value;
