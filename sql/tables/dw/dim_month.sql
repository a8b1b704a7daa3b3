--liquibase formatted sql

--changeset monthend:dim_month-created
create table dw.dim_month (
    month_key              int not null,
    month_label            text not null,
    month_long_label       text not null,
    month_start_date       date not null,
    month_end_date         date not null,
    month_index            int not null,
    calendar_year          int not null,
    calendar_month_no      int not null,
    fiscal_year_label      text not null,
    fiscal_year_start      int not null,
    fiscal_month_no        int not null,
    fiscal_quarter_no      int not null,
    fiscal_quarter_label   text not null,
    fiscal_quarter_index   int not null,
    is_fiscal_quarter_end  boolean not null,
    is_fiscal_year_end     boolean not null,
    constraint one_row_per_month
        primary key (month_key),
    constraint one_month_per_index
        unique (month_index),
    constraint one_month_per_label
        unique (month_label)
);

comment on table dw.dim_month is
    'One row for each month from January 2000 to December 2049. The fiscal year runs April to March.';
comment on column dw.dim_month.month_key is
    'The month as 201512: readable, and sorts by time.';
comment on column dw.dim_month.month_label is
    'Dec-15, as the page prints it.';
comment on column dw.dim_month.month_long_label is
    'December 2015.';
comment on column dw.dim_month.month_start_date is
    'First day.';
comment on column dw.dim_month.month_end_date is
    'Last day.';
comment on column dw.dim_month.month_index is
    'Months since year 0: the month before has an index one lower, across years.';
comment on column dw.dim_month.calendar_year is
    '2015.';
comment on column dw.dim_month.calendar_month_no is
    '1 (January) to 12.';
comment on column dw.dim_month.fiscal_year_label is
    '2015/16.';
comment on column dw.dim_month.fiscal_year_start is
    'Calendar year in which the fiscal year starts; sorts by time.';
comment on column dw.dim_month.fiscal_month_no is
    '1 (April) to 12 (March).';
comment on column dw.dim_month.fiscal_quarter_no is
    '1 (April to June) to 4 (January to March).';
comment on column dw.dim_month.fiscal_quarter_label is
    '2015/16 Qtr3.';
comment on column dw.dim_month.fiscal_quarter_index is
    'Quarters since year 0: the quarter before has an index one lower.';
comment on column dw.dim_month.is_fiscal_quarter_end is
    'Last month of its quarter.';
comment on column dw.dim_month.is_fiscal_year_end is
    'March.';
--rollback drop table dw.dim_month;

--changeset monthend:dim_month-filled
insert into dw.dim_month
with calendar as (
    select
        first_day::date as first_day,
        extract(year from first_day)::int as year_no,
        extract(month from first_day)::int as month_no
    from generate_series(timestamp '2000-01-01', timestamp '2049-12-01', interval '1 month') as months (first_day)
),
fiscal as (
    select
        *,
        case when month_no >= 4 then year_no else year_no - 1 end as start_year,
        (month_no + 8) % 12 + 1 as fiscal_month
    from calendar
)
select
    year_no * 100 + month_no,
    to_char(first_day, 'Mon-YY'),
    to_char(first_day, 'FMMonth YYYY'),
    first_day,
    (first_day + interval '1 month - 1 day')::date,
    year_no * 12 + month_no - 1,
    year_no,
    month_no,
    start_year || '/' || to_char((start_year + 1) % 100, 'FM00'),
    start_year,
    fiscal_month,
    (fiscal_month - 1) / 3 + 1,
    start_year || '/' || to_char((start_year + 1) % 100, 'FM00') || ' Qtr' || ((fiscal_month - 1) / 3 + 1),
    start_year * 4 + (fiscal_month - 1) / 3,
    month_no % 3 = 0,
    month_no = 3
from fiscal;
--rollback empty

--changeset monthend:dim_month-is-append-only
call dw.make_append_only('dw.dim_month');
--rollback empty
