--liquibase formatted sql

--changeset monthend:dim_month runOnChange:true
create or replace view mart.dim_month as
select
    month_key,
    month_label,
    month_long_label,
    month_start_date,
    month_end_date,
    month_index,
    calendar_year,
    calendar_month_no,
    fiscal_year_label,
    fiscal_year_start,
    fiscal_month_no,
    fiscal_quarter_no,
    fiscal_quarter_label,
    fiscal_quarter_index,
    is_fiscal_quarter_end,
    is_fiscal_year_end
from dw.dim_month;
alter view mart.dim_month owner to mart_owner;

comment on view mart.dim_month is
    'One row for each month from January 2000 to December 2049; the fiscal year runs April to March.';
comment on column mart.dim_month.month_key is
    'The month as 201512.';
comment on column mart.dim_month.month_label is
    'Dec-15.';
comment on column mart.dim_month.month_long_label is
    'December 2015.';
comment on column mart.dim_month.month_start_date is
    'First day.';
comment on column mart.dim_month.month_end_date is
    'Last day.';
comment on column mart.dim_month.month_index is
    'Months since year 0: the month before has an index one lower, across years. Sort and count by it.';
comment on column mart.dim_month.calendar_year is
    '2015.';
comment on column mart.dim_month.calendar_month_no is
    '1 (January) to 12.';
comment on column mart.dim_month.fiscal_year_label is
    '2015/16.';
comment on column mart.dim_month.fiscal_year_start is
    'Calendar year in which the fiscal year starts. Sort the labels by it.';
comment on column mart.dim_month.fiscal_month_no is
    '1 (April) to 12 (March).';
comment on column mart.dim_month.fiscal_quarter_no is
    '1 (April to June) to 4 (January to March).';
comment on column mart.dim_month.fiscal_quarter_label is
    '2015/16 Qtr3.';
comment on column mart.dim_month.fiscal_quarter_index is
    'Quarters since year 0. Sort the labels by it.';
comment on column mart.dim_month.is_fiscal_quarter_end is
    'Last month of its quarter.';
comment on column mart.dim_month.is_fiscal_year_end is
    'March.';
--rollback drop view mart.dim_month;
