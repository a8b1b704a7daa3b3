--liquibase formatted sql

--changeset monthend:scorecard_figure runOnChange:true
create or replace view mart.scorecard_figure as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    cell.block_code,
    cell.line_code,
    cell.column_code,
    cell.sort_order,
    cell.printed_text,
    cell.figure,
    cell.value_status,
    cell.footnote_mark,
    cell.basis
from mart.scorecard_edition as edition
join dw.fact_scorecard_figure as cell using (edition_key)
where cell.block_code <> 'organisations';
alter view mart.scorecard_figure owner to mart_owner;

comment on view mart.scorecard_figure is
    'GRAIN: one printed cell of the scorecard of one month. What is said of localities is in mart.scorecard_by_organisation.';
comment on column mart.scorecard_figure.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_figure.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_figure.month_label is
    'Dec-15.';
comment on column mart.scorecard_figure.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_figure.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_figure.block_code is
    'measures, finance, distribution, audit or projects.';
comment on column mart.scorecard_figure.line_code is
    'Code of the measure, finance line, scheme or project.';
comment on column mart.scorecard_figure.column_code is
    'Column of the page, or code of a category.';
comment on column mart.scorecard_figure.sort_order is
    'Place on the page, from 1.';
comment on column mart.scorecard_figure.printed_text is
    'What the page prints.';
comment on column mart.scorecard_figure.figure is
    'The figure behind it, unrounded.';
comment on column mart.scorecard_figure.value_status is
    'reported, or why the figure is missing; empty for cells that hold words.';
comment on column mart.scorecard_figure.footnote_mark is
    'Mark of its footnote.';
comment on column mart.scorecard_figure.basis is
    'Of a quarter: computed (from its months) or reported (by an earlier scorecard); empty for all other cells.';
--rollback drop view mart.scorecard_figure;
