--liquibase formatted sql

--changeset monthend:dim_date-created
create table dw.dim_date (
    date_key      date not null,
    month_key     int not null,
    day_of_month  int not null,
    day_name      text not null,
    is_weekend    boolean not null,
    is_month_end  boolean not null,
    constraint one_row_per_day
        primary key (date_key)
);

comment on table dw.dim_date is
    'One row for each day from 2000 to 2049, without gaps, as BI calendars want it.';
comment on column dw.dim_date.date_key is
    'The day.';
comment on column dw.dim_date.month_key is
    'Its month (201512).';
comment on column dw.dim_date.day_of_month is
    '1 to 31.';
comment on column dw.dim_date.day_name is
    'Monday to Sunday.';
comment on column dw.dim_date.is_weekend is
    'Saturday or Sunday.';
comment on column dw.dim_date.is_month_end is
    'Last day of its month.';
--rollback drop table dw.dim_date;

--changeset monthend:dim_date-filled
insert into dw.dim_date
select
    day::date,
    extract(year from day)::int * 100 + extract(month from day)::int,
    extract(day from day)::int,
    to_char(day, 'FMDay'),
    extract(isodow from day) >= 6,
    extract(month from day + interval '1 day') <> extract(month from day)
from generate_series(timestamp '2000-01-01', timestamp '2049-12-31', interval '1 day') as calendar (day);
--rollback empty

--changeset monthend:dim_date-is-append-only
call dw.make_append_only('dw.dim_date');
--rollback empty
