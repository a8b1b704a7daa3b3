--liquibase formatted sql

--changeset monthend:measure_value_plain runOnChange:true
create or replace view mart.measure_value_plain as
select
    fact.month_key,
    fact.month_label,
    calendar.fiscal_quarter_label,
    calendar.fiscal_year_label,
    fact.measure_id,
    fact.measure_code,
    fact.measure_name,
    fact.aggregation,
    fact.organisation_id,
    fact.organisation_code,
    fact.organisation_level,
    fact.figure,
    fact.value_status,
    case when fact.aggregation in ('flow', 'flow_mean') then fact.figure end as flow_figure,
    case when fact.aggregation in ('stock', 'rolling_3m') then fact.figure end as stock_figure,
    case when fact.aggregation in ('ratio', 'stock_ratio') then fact.numerator end as ratio_numerator,
    case when fact.aggregation in ('ratio', 'stock_ratio') then fact.denominator end as ratio_denominator,
    fact.month_index = max(fact.month_index) filter (where fact.figure is not null) over (
        partition by fact.measure_id, fact.organisation_level, calendar.fiscal_quarter_index
    ) as is_last_reported_of_quarter,
    fact.month_index = max(fact.month_index) filter (where fact.figure is not null) over (
        partition by fact.measure_id, fact.organisation_level, calendar.fiscal_year_start
    ) as is_last_reported_of_year
from mart.measure_value as fact
join dw.dim_month as calendar using (month_key);
alter view mart.measure_value_plain owner to mart_owner;

comment on view mart.measure_value_plain is
    'GRAIN: one measure of one organisation in one month, as it counts now, for tools that can only filter and add: take the column of the kind of the measure, one level of organisation, and for stocks the last reported month.';
comment on column mart.measure_value_plain.month_key is
    'The month as 201512.';
comment on column mart.measure_value_plain.month_label is
    'Dec-15.';
comment on column mart.measure_value_plain.fiscal_quarter_label is
    '2015/16 Qtr3.';
comment on column mart.measure_value_plain.fiscal_year_label is
    '2015/16.';
comment on column mart.measure_value_plain.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_value_plain.measure_code is
    'Code of the measure.';
comment on column mart.measure_value_plain.measure_name is
    'Name of the measure.';
comment on column mart.measure_value_plain.aggregation is
    'Kind of the measure; it says which of the columns below holds the figure.';
comment on column mart.measure_value_plain.organisation_id is
    'Number of the organisation.';
comment on column mart.measure_value_plain.organisation_code is
    'Code of the organisation.';
comment on column mart.measure_value_plain.organisation_level is
    'trust, locality or team: filter by one.';
comment on column mart.measure_value_plain.figure is
    'Value that counts, unrounded; null when missing. Not to be added.';
comment on column mart.measure_value_plain.value_status is
    'reported, or why there is no figure.';
comment on column mart.measure_value_plain.flow_figure is
    'Figure of flow and flow_mean measures: add over organisations; over months add (flow) or average the monthly sums (flow_mean).';
comment on column mart.measure_value_plain.stock_figure is
    'Figure of stock and rolling measures: add over organisations, never over months.';
comment on column mart.measure_value_plain.ratio_numerator is
    'Top of ratio and stock ratio measures: divide the sums, then multiply by the multiplier of the unit.';
comment on column mart.measure_value_plain.ratio_denominator is
    'Bottom of ratio and stock ratio measures.';
comment on column mart.measure_value_plain.is_last_reported_of_quarter is
    'Last month of the quarter that has a figure of the measure: filter by it for stocks and stock ratios.';
comment on column mart.measure_value_plain.is_last_reported_of_year is
    'Last month of the fiscal year that has a figure of the measure: filter by it for stocks and stock ratios.';
--rollback drop view mart.measure_value_plain;
