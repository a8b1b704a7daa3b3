--liquibase formatted sql

--changeset monthend:edition_cell runOnChange:true
create or replace view mart.edition_cell as
select
    edition.edition_key,
    edition.month_key,
    calendar.month_label,
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
from dw.dim_scorecard_edition as edition
join dw.dim_month as calendar on calendar.month_key = edition.month_key
join dw.fact_scorecard_figure as cell on cell.edition_key = edition.edition_key;
alter view mart.edition_cell owner to mart_owner;

comment on view mart.edition_cell is
    'GRAIN: one printed cell of one edition, drafts and superseded ones too. mart.scorecard_figure has the cells that count: one edition of each month.';
comment on column mart.edition_cell.edition_key is
    'Number of the edition.';
comment on column mart.edition_cell.month_key is
    'Month of the scorecard (201512).';
comment on column mart.edition_cell.month_label is
    'Dec-15.';
comment on column mart.edition_cell.edition_no is
    '1 for the first edition of the month.';
comment on column mart.edition_cell.edition_status is
    'draft, published or superseded. At most one of a month is published and at most one a draft: filter by it.';
comment on column mart.edition_cell.block_code is
    'measures, finance, distribution, audit or projects; organisations for what is said of localities, which the page does not print.';
comment on column mart.edition_cell.line_code is
    'Code of the measure, finance line, scheme or project; of the locality and the measure.';
comment on column mart.edition_cell.column_code is
    'Column of the page, or code of a category.';
comment on column mart.edition_cell.sort_order is
    'Place on the page, from 1.';
comment on column mart.edition_cell.printed_text is
    'What the page prints.';
comment on column mart.edition_cell.figure is
    'The figure behind it, unrounded.';
comment on column mart.edition_cell.value_status is
    'reported, or why the figure is missing; empty for cells that hold words.';
comment on column mart.edition_cell.footnote_mark is
    'Mark of its footnote.';
comment on column mart.edition_cell.basis is
    'Of a quarter: computed (from its months) or reported (by an earlier scorecard); empty for all other cells.';
--rollback drop view mart.edition_cell;
