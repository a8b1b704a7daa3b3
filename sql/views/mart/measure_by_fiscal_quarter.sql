--liquibase formatted sql

--changeset monthend:measure_by_fiscal_quarter runOnChange:true
create or replace view mart.measure_by_fiscal_quarter as
select
    fact.measure_id,
    fact.measure_code,
    fact.measure_name,
    fact.unit,
    fact.aggregation,
    fact.organisation_level,
    calendar.fiscal_year_label,
    calendar.fiscal_quarter_label,
    calendar.fiscal_quarter_index,
    mart.measure_rollup(
        fact.grain_guard,
        fact.aggregation,
        fact.unit_multiplier,
        fact.month_index,
        fact.numerator,
        fact.denominator,
        fact.figure
    ) as figure,
    count(distinct fact.month_key) filter (where fact.figure is not null) as months_known,
    max(fact.month_key) filter (where fact.figure is not null) as last_known_month_key,
    count(distinct fact.month_key) filter (where fact.figure is not null)
        < case measure.frequency when 'quarterly' then 1 else 3 end as is_partial
from mart.measure_value as fact
join dw.dim_month as calendar using (month_key)
join dw.dim_measure as measure on measure.measure_id = fact.measure_id and measure.is_current
group by
    fact.measure_id,
    fact.measure_code,
    fact.measure_name,
    fact.unit,
    fact.aggregation,
    fact.organisation_level,
    calendar.fiscal_year_label,
    calendar.fiscal_quarter_label,
    calendar.fiscal_quarter_index,
    measure.frequency;
alter view mart.measure_by_fiscal_quarter owner to mart_owner;

comment on view mart.measure_by_fiscal_quarter is
    'GRAIN: one measure in one fiscal quarter over all organisations of one level, as it counts now. Not to be added further.';
comment on column mart.measure_by_fiscal_quarter.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_by_fiscal_quarter.measure_code is
    'Code of the measure.';
comment on column mart.measure_by_fiscal_quarter.measure_name is
    'Name of the measure.';
comment on column mart.measure_by_fiscal_quarter.unit is
    'What the measure counts in.';
comment on column mart.measure_by_fiscal_quarter.aggregation is
    'Kind of the measure: it says how the months became the quarter.';
comment on column mart.measure_by_fiscal_quarter.organisation_level is
    'trust, locality or team: filter by one.';
comment on column mart.measure_by_fiscal_quarter.fiscal_year_label is
    '2015/16.';
comment on column mart.measure_by_fiscal_quarter.fiscal_quarter_label is
    '2015/16 Qtr3.';
comment on column mart.measure_by_fiscal_quarter.fiscal_quarter_index is
    'Sort the labels by it.';
comment on column mart.measure_by_fiscal_quarter.figure is
    'The one figure of the quarter; of stocks and stock ratios that of its last known month; null where no answer is right.';
comment on column mart.measure_by_fiscal_quarter.months_known is
    'How many of its months have a figure.';
comment on column mart.measure_by_fiscal_quarter.last_known_month_key is
    'Last month that has a figure.';
comment on column mart.measure_by_fiscal_quarter.is_partial is
    'Whether fewer months are known than the quarter has, so that the figure may still change.';
--rollback drop view mart.measure_by_fiscal_quarter;
