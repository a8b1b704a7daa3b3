--liquibase formatted sql

--changeset monthend:fact_measure_value-created
create table dw.fact_measure_value (
    measure_value_id  bigint generated always as identity,
    month_key         int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    measure_key       int not null,
    measure_id        int not null,
    revision_no       int not null,
    numerator         numeric,
    denominator       numeric,
    reported_value    numeric,
    figure            numeric,
    value_status      text not null,
    reported_text     text not null default '',
    footnote_mark     text not null default '',
    footnote_text     text not null default '',
    submission_id     bigint not null,
    source_sheet      text not null default '',
    numerator_cell    text not null default '',
    denominator_cell  text not null default '',
    value_cell        text not null default '',
    recorded_at       timestamptz not null default now(),
    revision_reason   text not null default '',
    constraint one_measure_value_per_number
        primary key (measure_value_id),
    constraint one_measure_value_per_month_organisation_measure_and_revision
        unique (month_key, organisation_id, measure_id, revision_no),
    constraint value_status_is_known
        check (value_status in ('reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due')),
    constraint a_figure_is_there_exactly_when_reported
        check ((value_status = 'reported') = (figure is not null)),
    constraint denominator_is_not_negative
        check (denominator >= 0),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);
-- Rows arrive by submission, so a block range index finds them and costs next to nothing.
create index fact_measure_value_by_submission on dw.fact_measure_value using brin (submission_id);

comment on table dw.fact_measure_value is
    'GRAIN: one statement of one measure for one organisation and one month, in one revision. Append-only: the revision with the highest number counts. BI tools use mart.measure_value.';
comment on column dw.fact_measure_value.measure_value_id is
    'Number of the statement.';
comment on column dw.fact_measure_value.month_key is
    'Month the figure is about (201512).';
comment on column dw.fact_measure_value.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_measure_value.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_measure_value.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_measure_value.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_measure_value.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_measure_value.numerator is
    'Top of the fraction; null when not given. Adds up over organisations; over months only for flow and ratio measures.';
comment on column dw.fact_measure_value.denominator is
    'What it is divided by; null when not given. Adds up as the numerator does.';
comment on column dw.fact_measure_value.reported_value is
    'Value as the return states it, in the unit of the measure; null when it gives numerator and denominator alone.';
comment on column dw.fact_measure_value.figure is
    'Value that counts, unrounded, in the unit of the measure: multiplier × numerator / denominator where both are given, else the value as stated; null when missing. Never add percentages: use mart.measure_rollup.';
comment on column dw.fact_measure_value.value_status is
    'reported, or why there is no figure: nothing_to_report, not_available, suppressed, new_measure, under_development, not_received, not_due.';
comment on column dw.fact_measure_value.reported_text is
    'The figure as its cell showed it (17*, - ⁴), where that adds something.';
comment on column dw.fact_measure_value.footnote_mark is
    'Mark of its footnote; empty without one.';
comment on column dw.fact_measure_value.footnote_text is
    'The footnote; empty where the return gives a mark but no note.';
comment on column dw.fact_measure_value.submission_id is
    'Submission that said so.';
comment on column dw.fact_measure_value.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_measure_value.numerator_cell is
    'Cell of the numerator; empty when not given.';
comment on column dw.fact_measure_value.denominator_cell is
    'Cell of the denominator; empty when not given.';
comment on column dw.fact_measure_value.value_cell is
    'Cell of the stated value; empty when not given.';
comment on column dw.fact_measure_value.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_measure_value.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_measure_value;

--changeset monthend:fact_measure_value-holds-its-keys
call dw.hold_key('dw.fact_measure_value', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_measure_value', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_measure_value', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_measure_value', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_measure_value-is-append-only
call dw.make_append_only('dw.fact_measure_value');
--rollback empty

--changeset monthend:fact_measure_value-knows-not-applicable
alter table dw.fact_measure_value
    drop constraint value_status_is_known;
alter table dw.fact_measure_value
    add constraint value_status_is_known
        check (value_status in ('reported', 'nothing_to_report', 'not_available', 'not_applicable', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));
comment on column dw.fact_measure_value.value_status is
    'reported, or why there is no figure: nothing_to_report, not_available, not_applicable, suppressed, new_measure, under_development, not_received, not_due.';
--rollback alter table dw.fact_measure_value drop constraint value_status_is_known;
--rollback alter table dw.fact_measure_value add constraint value_status_is_known check (value_status in ('reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));
--rollback comment on column dw.fact_measure_value.value_status is 'reported, or why there is no figure: nothing_to_report, not_available, suppressed, new_measure, under_development, not_received, not_due.';

--changeset monthend:fact_measure_value-can-be-withdrawn
alter table dw.fact_measure_value add column is_withdrawn boolean not null default false;
alter table dw.fact_measure_value add constraint a_withdrawn_measure_is_not_received
    check (not is_withdrawn or value_status = 'not_received');
alter table dw.fact_measure_value add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_measure_value.is_withdrawn is
    'Whether this revision takes the one before back: its figure is gone.';
--rollback alter table dw.fact_measure_value drop column is_withdrawn;
