--liquibase formatted sql

--changeset monthend:fact_measure_quarter-created
create table dw.fact_measure_quarter (
    measure_quarter_id  bigint generated always as identity,
    month_key           int not null,
    organisation_key    int not null,
    organisation_id     int not null,
    measure_key         int not null,
    measure_id          int not null,
    revision_no         int not null,
    figure              numeric,
    value_status        text not null,
    reported_text       text not null default '',
    footnote_mark       text not null default '',
    footnote_text       text not null default '',
    submission_id       bigint not null,
    source_sheet        text not null default '',
    value_cell          text not null default '',
    recorded_at         timestamptz not null default now(),
    revision_reason     text not null default '',
    constraint one_measure_quarter_per_number
        primary key (measure_quarter_id),
    constraint one_measure_quarter_per_quarter_organisation_measure_revision
        unique (month_key, organisation_id, measure_id, revision_no),
    constraint month_is_the_last_of_a_quarter
        check (month_key % 100 % 3 = 0),
    constraint value_status_is_known
        check (value_status in ('reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due')),
    constraint a_figure_is_there_exactly_when_reported
        check ((value_status = 'reported') = (figure is not null)),
    constraint revision_no_is_not_negative
        check (revision_no >= 0),
    constraint a_revision_has_a_reason
        check (revision_no = 0 or revision_reason <> '')
);

comment on table dw.fact_measure_quarter is
    'GRAIN: one statement of one measure for one organisation and one whole fiscal quarter, in one revision, as an earlier scorecard reported it. Append-only: the revision with the highest number counts. A quarter whose months are known is computed from them instead. BI tools use mart.measure_by_fiscal_quarter.';
comment on column dw.fact_measure_quarter.measure_quarter_id is
    'Number of the statement.';
comment on column dw.fact_measure_quarter.month_key is
    'Last month of the fiscal quarter that the figure is about (201509 for 2015/16 Qtr2).';
comment on column dw.fact_measure_quarter.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_measure_quarter.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_measure_quarter.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_measure_quarter.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_measure_quarter.revision_no is
    '0 for what was said first, 1 for the first revision, and so on; the highest counts.';
comment on column dw.fact_measure_quarter.figure is
    'Figure as it was reported, as rounded as it was printed, in the unit of the measure; null when missing. It adds up over nothing.';
comment on column dw.fact_measure_quarter.value_status is
    'reported, or why there is no figure: nothing_to_report, not_available, suppressed, new_measure, under_development, not_received, not_due.';
comment on column dw.fact_measure_quarter.reported_text is
    'The figure as its cell showed it (17*, - ⁴), where that adds something.';
comment on column dw.fact_measure_quarter.footnote_mark is
    'Mark of its footnote; empty without one.';
comment on column dw.fact_measure_quarter.footnote_text is
    'The footnote; empty where the return gives a mark but no note.';
comment on column dw.fact_measure_quarter.submission_id is
    'Submission that said so; its month is the month of the scorecard that reported it.';
comment on column dw.fact_measure_quarter.source_sheet is
    'Sheet it was read from.';
comment on column dw.fact_measure_quarter.value_cell is
    'Cell of the figure; of words that were merged over several quarters the first one.';
comment on column dw.fact_measure_quarter.recorded_at is
    'When the warehouse learned it.';
comment on column dw.fact_measure_quarter.revision_reason is
    'Why it was revised; empty for what was said first.';
--rollback drop table dw.fact_measure_quarter;

--changeset monthend:fact_measure_quarter-holds-its-keys
call dw.hold_key('dw.fact_measure_quarter', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_measure_quarter', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_measure_quarter', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_measure_quarter', 'submission_id', 'etl.return_submission', 'submission_id');
--rollback empty

--changeset monthend:fact_measure_quarter-is-append-only
call dw.make_append_only('dw.fact_measure_quarter');
--rollback empty

--changeset monthend:fact_measure_quarter-can-be-withdrawn
alter table dw.fact_measure_quarter add column is_withdrawn boolean not null default false;
alter table dw.fact_measure_quarter add constraint a_withdrawn_quarter_is_not_received
    check (not is_withdrawn or value_status = 'not_received');
alter table dw.fact_measure_quarter add constraint only_what_was_said_is_withdrawn
    check (not is_withdrawn or revision_no > 0);
comment on column dw.fact_measure_quarter.is_withdrawn is
    'Whether this revision takes the one before back: its figure is gone.';
--rollback alter table dw.fact_measure_quarter drop column is_withdrawn;
