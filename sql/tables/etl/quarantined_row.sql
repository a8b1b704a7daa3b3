--liquibase formatted sql

--changeset monthend:quarantined_row-created
create table etl.quarantined_row (
    submission_id  bigint not null,
    row_no         int not null,
    sheet_name     text not null,
    sheet_row_no   int not null,
    cells          jsonb not null,
    rule_codes     text[] not null,
    constraint one_quarantined_row_per_submission_and_number
        primary key (submission_id, row_no),
    constraint submission_is_known
        foreign key (submission_id) references etl.return_submission,
    constraint row_numbers_are_counted_from_one
        check (row_no >= 1 and sheet_row_no >= 1),
    constraint cells_are_texts_by_address
        check (jsonb_typeof(cells) = 'object'),
    constraint a_quarantined_row_has_a_rule
        check (cardinality(rule_codes) > 0)
);

comment on table etl.quarantined_row is
    'GRAIN: one row of one submission that was not loaded, at most 10,000 of a submission; the rest stays in the file, which is kept whole. Rows are never taken out: a later submission of the return supersedes them all.';
comment on column etl.quarantined_row.submission_id is
    'Submission that it came in.';
comment on column etl.quarantined_row.row_no is
    'Which row of the return it is, counted from 1 in the order of reading.';
comment on column etl.quarantined_row.sheet_name is
    'Sheet.';
comment on column etl.quarantined_row.sheet_row_no is
    'Number of the row on the sheet; where months stand across, several rows of the return come from it.';
comment on column etl.quarantined_row.cells is
    'What stood in its cells, by address: {"A2": "CPP", "F2": "n/a"}. Blank cells are not there.';
comment on column etl.quarantined_row.rule_codes is
    'Rules that kept it out.';
--rollback drop table etl.quarantined_row;
