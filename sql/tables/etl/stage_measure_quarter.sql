--liquibase formatted sql

--changeset monthend:stage_measure_quarter-created
create unlogged table etl.stage_measure_quarter (
    submission_id      bigint not null,
    month_key          int not null,
    organisation_code  text not null,
    measure_code       text not null,
    figure             numeric,
    value_status       text not null,
    reported_text      text not null default '',
    footnote_mark      text not null default '',
    footnote_text      text not null default '',
    source_sheet       text not null default '',
    value_cell         text not null default ''
);

comment on table etl.stage_measure_quarter is
    'Rows of submissions on their way into dw.fact_measure_quarter; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_measure_quarter.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_measure_quarter.month_key is
    'Last month of the fiscal quarter that the figure is about (201509 for 2015/16 Qtr2).';
comment on column etl.stage_measure_quarter.organisation_code is
    'Organisation, by code.';
comment on column etl.stage_measure_quarter.measure_code is
    'Measure, by code.';
comment on column etl.stage_measure_quarter.figure is
    'Figure as stated, in the unit of the measure; null when missing.';
comment on column etl.stage_measure_quarter.value_status is
    'reported, or why the figure is missing.';
comment on column etl.stage_measure_quarter.reported_text is
    'The figure as its cell showed it, where that adds something.';
comment on column etl.stage_measure_quarter.footnote_mark is
    'Mark of its footnote; empty without one.';
comment on column etl.stage_measure_quarter.footnote_text is
    'The footnote; empty without one.';
comment on column etl.stage_measure_quarter.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_measure_quarter.value_cell is
    'Cell of the figure.';
--rollback drop table etl.stage_measure_quarter;

--changeset monthend:stage_measure_quarter-is-found-by-submission
create index stage_measure_quarter_by_submission on etl.stage_measure_quarter (submission_id);
--rollback drop index etl.stage_measure_quarter_by_submission;
