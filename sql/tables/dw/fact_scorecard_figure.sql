--liquibase formatted sql

--changeset monthend:fact_scorecard_figure-created
create table dw.fact_scorecard_figure (
    edition_key    int not null,
    block_code     text not null,
    line_code      text not null,
    column_code    text not null,
    sort_order     int not null,
    printed_text   text not null,
    figure         numeric,
    value_status   text not null default '',
    footnote_mark  text not null default '',
    constraint one_printed_cell_per_edition_block_line_and_column
        primary key (edition_key, block_code, line_code, column_code),
    constraint block_code_is_known
        check (block_code in ('measures', 'finance', 'distribution', 'audit', 'projects')),
    constraint value_status_is_known
        check (value_status in ('', 'reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due')),
    constraint a_figure_is_there_exactly_when_reported
        check ((value_status = 'reported') = (figure is not null))
);

comment on table dw.fact_scorecard_figure is
    'GRAIN: one printed cell of one edition of the scorecard. Frozen once the edition is published.';
comment on column dw.fact_scorecard_figure.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_figure.block_code is
    'measures, finance, distribution, audit or projects.';
comment on column dw.fact_scorecard_figure.line_code is
    'Code of the measure, finance line, scheme or project that the cell belongs to.';
comment on column dw.fact_scorecard_figure.column_code is
    'baseline_rank, baseline_figure, quarter_1 to quarter_4, latest, target, trend; budget, forecast, variance, progress, finance, narrative; or the code of a category.';
comment on column dw.fact_scorecard_figure.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard_figure.printed_text is
    'What the page prints, with its footnote mark; empty for an empty cell.';
comment on column dw.fact_scorecard_figure.figure is
    'The figure behind it, unrounded; null when it is not a figure, or missing.';
comment on column dw.fact_scorecard_figure.value_status is
    'reported, or why the figure is missing; empty for cells that hold words.';
comment on column dw.fact_scorecard_figure.footnote_mark is
    'Mark of its footnote; empty without one.';
--rollback drop table dw.fact_scorecard_figure;

--changeset monthend:fact_scorecard_figure-holds-its-keys
call dw.hold_key('dw.fact_scorecard_figure', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
--rollback empty

--changeset monthend:fact_scorecard_figure-is-frozen
call dw.make_frozen('dw.fact_scorecard_figure');
--rollback empty

--changeset monthend:fact_scorecard_figure-adds-basis
alter table dw.fact_scorecard_figure
    add column basis text not null default '',
    add column measure_quarter_id bigint,
    add constraint basis_is_known
        check (basis in ('', 'computed', 'reported')),
    add constraint a_reported_quarter_has_its_statement
        check (basis <> 'reported' or measure_quarter_id is not null);
call dw.hold_key('dw.fact_scorecard_figure', 'measure_quarter_id', 'dw.fact_measure_quarter', 'measure_quarter_id');
comment on column dw.fact_scorecard_figure.basis is
    'Of a quarter: computed (from its months) or reported (by an earlier scorecard, as its months are not known); empty for all other cells, and in editions older than the distinction.';
comment on column dw.fact_scorecard_figure.measure_quarter_id is
    'What an earlier scorecard reported of the quarter: shown where the basis is reported, kept beside it where it is computed; null where none did.';
--rollback alter table dw.fact_scorecard_figure drop column measure_quarter_id, drop column basis;

--changeset monthend:fact_scorecard_figure-knows-not-applicable
alter table dw.fact_scorecard_figure
    drop constraint value_status_is_known;
alter table dw.fact_scorecard_figure
    add constraint value_status_is_known
        check (value_status in ('', 'reported', 'nothing_to_report', 'not_available', 'not_applicable', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));
--rollback alter table dw.fact_scorecard_figure drop constraint value_status_is_known;
--rollback alter table dw.fact_scorecard_figure add constraint value_status_is_known check (value_status in ('', 'reported', 'nothing_to_report', 'not_available', 'suppressed', 'new_measure', 'under_development', 'not_received', 'not_due'));

--changeset monthend:fact_scorecard_figure-knows-organisations
alter table dw.fact_scorecard_figure
    drop constraint block_code_is_known;
alter table dw.fact_scorecard_figure
    add constraint block_code_is_known
        check (block_code in ('measures', 'finance', 'distribution', 'audit', 'projects', 'organisations'));
comment on column dw.fact_scorecard_figure.block_code is
    'measures, finance, distribution, audit or projects; organisations for what is said of localities.';
comment on column dw.fact_scorecard_figure.line_code is
    'Code of the measure, finance line, scheme or project; of the locality and the measure.';
--rollback alter table dw.fact_scorecard_figure drop constraint block_code_is_known;
--rollback alter table dw.fact_scorecard_figure add constraint block_code_is_known check (block_code in ('measures', 'finance', 'distribution', 'audit', 'projects'));
--rollback comment on column dw.fact_scorecard_figure.block_code is 'measures, finance, distribution, audit or projects.';
--rollback comment on column dw.fact_scorecard_figure.line_code is 'Code of the measure, finance line, scheme or project.';
