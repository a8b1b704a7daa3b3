--liquibase formatted sql

--changeset monthend:scorecard_audit runOnChange:true
create or replace view mart.scorecard_audit as
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
    line.figure as audit_count,
    cell.printed_text as audit_count_text,
    line.audit_opinion_id
from mart.scorecard_edition as edition
join dw.fact_scorecard_category as line using (edition_key)
join dw.dim_category as category using (category_key)
left join dw.fact_scorecard_figure as cell
    on cell.edition_key = line.edition_key
    and cell.block_code = line.block_code
    and cell.line_code = category.scheme_code
    and cell.column_code = category.category_code
where line.block_code = 'audit';
alter view mart.scorecard_audit owner to mart_owner;

comment on view mart.scorecard_audit is
    'GRAIN: one audit opinion on the scorecard of one month.';
comment on column mart.scorecard_audit.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_audit.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_audit.month_label is
    'Dec-15.';
comment on column mart.scorecard_audit.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_audit.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_audit.sort_order is
    'Place in the table, from 1.';
comment on column mart.scorecard_audit.scheme_code is
    'Code of the scheme.';
comment on column mart.scorecard_audit.scheme_name is
    'Name of the scheme.';
comment on column mart.scorecard_audit.category_code is
    'Code of the category.';
comment on column mart.scorecard_audit.category_name is
    'Name of the category.';
comment on column mart.scorecard_audit.favourable_mark is
    'y for good news, n for bad, empty for neither.';
comment on column mart.scorecard_audit.audit_count is
    'Number of audits with this opinion.';
comment on column mart.scorecard_audit.audit_count_text is
    'The same as printed.';
comment on column mart.scorecard_audit.audit_opinion_id is
    'Statement that it is from.';
--rollback drop view mart.scorecard_audit;
