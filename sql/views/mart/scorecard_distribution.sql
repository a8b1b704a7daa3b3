--liquibase formatted sql

--changeset monthend:scorecard_distribution runOnChange:true
create or replace view mart.scorecard_distribution as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.sort_order,
    category.scheme_code,
    category.scheme_name,
    category.category_code,
    category.category_name,
    category.favourable_mark,
    line.figure as share_pct,
    cell.printed_text as share_pct_text,
    line.measure_distribution_id
from mart.scorecard_edition as edition
join dw.fact_scorecard_category as line using (edition_key)
join dw.dim_category as category using (category_key)
left join dw.fact_scorecard_figure as cell
    on cell.edition_key = line.edition_key
    and cell.block_code = line.block_code
    and cell.line_code = category.scheme_code
    and cell.column_code = category.category_code
where line.block_code = 'distribution';
alter view mart.scorecard_distribution owner to mart_owner;

comment on view mart.scorecard_distribution is
    'GRAIN: one category of one distribution on the scorecard of one month.';
comment on column mart.scorecard_distribution.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_distribution.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_distribution.month_label is
    'Dec-15.';
comment on column mart.scorecard_distribution.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_distribution.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_distribution.sort_order is
    'Place in the table, from 1.';
comment on column mart.scorecard_distribution.scheme_code is
    'Code of the scheme.';
comment on column mart.scorecard_distribution.scheme_name is
    'Name of the scheme.';
comment on column mart.scorecard_distribution.category_code is
    'Code of the category.';
comment on column mart.scorecard_distribution.category_name is
    'Name of the category.';
comment on column mart.scorecard_distribution.favourable_mark is
    'y for good news, n for bad, empty for neither.';
comment on column mart.scorecard_distribution.share_pct is
    'Share of the whole in percent.';
comment on column mart.scorecard_distribution.share_pct_text is
    'The same as printed.';
comment on column mart.scorecard_distribution.measure_distribution_id is
    'Statement that it is from.';
--rollback drop view mart.scorecard_distribution;
