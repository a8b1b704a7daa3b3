--liquibase formatted sql

--changeset monthend:fact_scorecard_month-created
create table dw.fact_scorecard_month (
    edition_key       int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    measure_key       int not null,
    measure_id        int not null,
    month_key         int not null,
    numerator         numeric,
    denominator       numeric,
    figure            numeric,
    value_status      text not null,
    reported_text     text not null default '',
    footnote_mark     text not null default '',
    footnote_text     text not null default '',
    target_value      numeric,
    measure_value_id  bigint,
    constraint one_scorecard_month_per_edition_organisation_measure_and_month
        primary key (edition_key, organisation_id, measure_id, month_key),
    constraint value_status_is_known
        check (value_status in ('reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due')),
    constraint a_figure_is_there_exactly_when_reported
        check ((value_status = 'reported') = (figure is not null))
);

comment on table dw.fact_scorecard_month is
    'GRAIN: one month of the series of one measure and organisation that one edition of the scorecard used. Frozen once the edition is published.';
comment on column dw.fact_scorecard_month.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_month.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_scorecard_month.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_month.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_scorecard_month.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_month.month_key is
    'Month of the series (201512).';
comment on column dw.fact_scorecard_month.numerator is
    'Top of the fraction; null when not given.';
comment on column dw.fact_scorecard_month.denominator is
    'What it is divided by; null when not given.';
comment on column dw.fact_scorecard_month.figure is
    'Figure used, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard_month.value_status is
    'reported, or why there is no figure: nothing_to_report, not_available, suppressed, new_measure, under_development, not_received, not_due.';
comment on column dw.fact_scorecard_month.reported_text is
    'The figure as its cell showed it, where that adds something.';
comment on column dw.fact_scorecard_month.footnote_mark is
    'Mark of its footnote; empty without one.';
comment on column dw.fact_scorecard_month.footnote_text is
    'The footnote; empty without one.';
comment on column dw.fact_scorecard_month.target_value is
    'Target of that month in the unit of the measure; null without one, or when it is a band.';
comment on column dw.fact_scorecard_month.measure_value_id is
    'Statement that the figure is from; null when it follows from several.';
--rollback drop table dw.fact_scorecard_month;

--changeset monthend:fact_scorecard_month-holds-its-keys
call dw.hold_key('dw.fact_scorecard_month', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_month', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_month', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_month', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_scorecard_month', 'measure_value_id', 'dw.fact_measure_value', 'measure_value_id');
--rollback empty

--changeset monthend:fact_scorecard_month-is-frozen
call dw.make_frozen('dw.fact_scorecard_month');
--rollback empty

--changeset monthend:fact_scorecard_month-knows-not-applicable
alter table dw.fact_scorecard_month
    drop constraint value_status_is_known;
alter table dw.fact_scorecard_month
    add constraint value_status_is_known
        check (value_status in ('reported', 'nothing_to_report', 'not_available', 'not_applicable', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));
comment on column dw.fact_scorecard_month.value_status is
    'reported, or why there is no figure: nothing_to_report, not_available, not_applicable, suppressed, new_measure, under_development, not_received, not_due.';
--rollback alter table dw.fact_scorecard_month drop constraint value_status_is_known;
--rollback alter table dw.fact_scorecard_month add constraint value_status_is_known check (value_status in ('reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));
--rollback comment on column dw.fact_scorecard_month.value_status is 'reported, or why there is no figure: nothing_to_report, not_available, suppressed, new_measure, under_development, not_received, not_due.';
