--liquibase formatted sql

--changeset monthend:dim_measure runOnChange:true
create or replace view mart.dim_measure as
select
    measure_id,
    measure_code,
    measure_name,
    printed_name,
    name_status,
    section_code,
    block_code,
    position_no,
    contract_mark = 'y' as is_contract_measure,
    contract_mark,
    unit,
    unit_multiplier,
    decimal_places,
    numerator_label,
    denominator_label,
    definition,
    polarity,
    frequency,
    aggregation,
    lifecycle,
    is_trend_shown
from dw.dim_measure
where is_current;
alter view mart.dim_measure owner to mart_owner;

comment on view mart.dim_measure is
    'One row for each measure, as the catalogue defines it now.';
comment on column mart.dim_measure.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.dim_measure.measure_code is
    'Code of the measure.';
comment on column mart.dim_measure.measure_name is
    'Name of the measure.';
comment on column mart.dim_measure.printed_name is
    'Name as the page prints it.';
comment on column mart.dim_measure.name_status is
    'printed, or inferred with a confidence where the original name was lost.';
comment on column mart.dim_measure.section_code is
    'Section of the page.';
comment on column mart.dim_measure.block_code is
    'left or right half of the table of the section.';
comment on column mart.dim_measure.position_no is
    'Place within the block, from 1.';
comment on column mart.dim_measure.is_contract_measure is
    'Whether it is a contract measure for certain.';
comment on column mart.dim_measure.contract_mark is
    'y for a contract measure, inferred y where that is likely, n otherwise.';
comment on column mart.dim_measure.unit is
    'What it counts in.';
comment on column mart.dim_measure.unit_multiplier is
    '100 for percent, 10000 for rates, 1 otherwise: value = multiplier × numerator / denominator.';
comment on column mart.dim_measure.decimal_places is
    'Decimal places shown.';
comment on column mart.dim_measure.numerator_label is
    'What is counted on top.';
comment on column mart.dim_measure.denominator_label is
    'What it is divided by; empty when it is not a fraction.';
comment on column mart.dim_measure.definition is
    'Definition in words.';
comment on column mart.dim_measure.polarity is
    'higher or lower is better, or context: neither.';
comment on column mart.dim_measure.frequency is
    'monthly, or quarterly under the last month of the quarter.';
comment on column mart.dim_measure.aggregation is
    'How its months become a quarter: flow, flow_mean, stock, rolling_3m, ratio, stock_ratio or rank.';
comment on column mart.dim_measure.lifecycle is
    'live, new, under development or retired.';
comment on column mart.dim_measure.is_trend_shown is
    'Whether the page shows an arrow at all.';
--rollback drop view mart.dim_measure;
