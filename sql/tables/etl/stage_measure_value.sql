--liquibase formatted sql

--changeset monthend:stage_measure_value-created
create unlogged table etl.stage_measure_value (
    submission_id      bigint not null,
    month_key          int not null,
    organisation_code  text not null,
    measure_code       text not null,
    numerator          numeric,
    denominator        numeric,
    reported_value     numeric,
    figure             numeric,
    value_status       text not null,
    reported_text      text not null default '',
    footnote_mark      text not null default '',
    footnote_text      text not null default '',
    source_sheet       text not null default '',
    numerator_cell     text not null default '',
    denominator_cell   text not null default '',
    value_cell         text not null default '',
    revision_reason    text not null default ''
);

comment on table etl.stage_measure_value is
    'Rows of submissions on their way into dw.fact_measure_value; emptied by the loader, lost in a crash, which rolls their submission back anyway.';
comment on column etl.stage_measure_value.submission_id is
    'Submission the row belongs to.';
comment on column etl.stage_measure_value.month_key is
    'Month the figures are about (201512).';
comment on column etl.stage_measure_value.organisation_code is
    'Organisation, by code.';
comment on column etl.stage_measure_value.measure_code is
    'Measure, by code.';
comment on column etl.stage_measure_value.numerator is
    'Top of the fraction; null when not given.';
comment on column etl.stage_measure_value.denominator is
    'What it is divided by; null when not given.';
comment on column etl.stage_measure_value.reported_value is
    'Value as stated, in the unit of the measure; null when not given.';
comment on column etl.stage_measure_value.figure is
    'Value that counts, unrounded, in the unit of the measure; null when missing.';
comment on column etl.stage_measure_value.value_status is
    'reported, or why the figure is missing.';
comment on column etl.stage_measure_value.reported_text is
    'The figure as its cell showed it, where that adds something.';
comment on column etl.stage_measure_value.footnote_mark is
    'Mark of its footnote; empty without one.';
comment on column etl.stage_measure_value.footnote_text is
    'The footnote; empty without one.';
comment on column etl.stage_measure_value.source_sheet is
    'Sheet it was read from.';
comment on column etl.stage_measure_value.numerator_cell is
    'Cell of the numerator.';
comment on column etl.stage_measure_value.denominator_cell is
    'Cell of the denominator.';
comment on column etl.stage_measure_value.value_cell is
    'Cell of the stated value.';
comment on column etl.stage_measure_value.revision_reason is
    'Why the sender says that it has changed; the loader gives a reason of its own when empty.';
--rollback drop table etl.stage_measure_value;

--changeset monthend:stage_measure_value-is-found-by-submission
create index stage_measure_value_by_submission on etl.stage_measure_value (submission_id);
--rollback drop index etl.stage_measure_value_by_submission;
