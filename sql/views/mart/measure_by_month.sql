--liquibase formatted sql

--changeset monthend:measure_by_month runOnChange:true
create or replace view mart.measure_by_month as
select
    fact.measure_id,
    fact.measure_code,
    fact.measure_name,
    fact.unit,
    fact.aggregation,
    fact.organisation_level,
    fact.month_key,
    fact.month_label,
    mart.measure_rollup(
        fact.grain_guard,
        fact.aggregation,
        fact.unit_multiplier,
        fact.month_index,
        fact.numerator,
        fact.denominator,
        fact.figure
    ) as figure,
    sum(fact.numerator) as numerator,
    sum(fact.denominator) as denominator,
    count(fact.figure) as organisations_known,
    count(*) as organisations_stated
from mart.measure_value as fact
group by
    fact.measure_id,
    fact.measure_code,
    fact.measure_name,
    fact.unit,
    fact.aggregation,
    fact.organisation_level,
    fact.month_key,
    fact.month_label;
alter view mart.measure_by_month owner to mart_owner;

comment on view mart.measure_by_month is
    'GRAIN: one measure in one month over all organisations of one level, as it counts now. Not to be added further.';
comment on column mart.measure_by_month.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_by_month.measure_code is
    'Code of the measure.';
comment on column mart.measure_by_month.measure_name is
    'Name of the measure.';
comment on column mart.measure_by_month.unit is
    'What the measure counts in.';
comment on column mart.measure_by_month.aggregation is
    'Kind of the measure.';
comment on column mart.measure_by_month.organisation_level is
    'trust, locality or team: filter by one.';
comment on column mart.measure_by_month.month_key is
    'The month as 201512.';
comment on column mart.measure_by_month.month_label is
    'Dec-15.';
comment on column mart.measure_by_month.figure is
    'The one figure of all organisations of the level; null where no answer is right (ranks, ratios without numerator and denominator).';
comment on column mart.measure_by_month.numerator is
    'Sum of the numerators.';
comment on column mart.measure_by_month.denominator is
    'Sum of the denominators.';
comment on column mart.measure_by_month.organisations_known is
    'How many organisations have a figure.';
comment on column mart.measure_by_month.organisations_stated is
    'How many said anything, if only that there is none.';
--rollback drop view mart.measure_by_month;
