--liquibase formatted sql

--changeset monthend:submission_table-created
create table etl.submission_table (
    submission_id  bigint not null,
    layout_code    text not null,
    sheet_name     text not null,
    header_row     int not null,
    headings       jsonb not null,
    constraint a_layout_is_read_once_per_submission
        primary key (submission_id, layout_code),
    constraint submission_is_known
        foreign key (submission_id) references etl.return_submission,
    constraint header_row_is_a_row
        check (header_row >= 0),
    constraint headings_are_an_object
        check (jsonb_typeof(headings) = 'object')
);

comment on table etl.submission_table is
    'GRAIN: one table that a layout found in one submission that was loaded. What has moved in a later file is told by it.';
comment on column etl.submission_table.submission_id is
    'Submission that the table was read from.';
comment on column etl.submission_table.layout_code is
    'Layout that found it.';
comment on column etl.submission_table.sheet_name is
    'Sheet it stood on.';
comment on column etl.submission_table.header_row is
    'Last row of its header.';
comment on column etl.submission_table.headings is
    'Cell of each heading (F4), by the words that the layout finds it by.';
--rollback drop table etl.submission_table;
