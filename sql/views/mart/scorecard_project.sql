--liquibase formatted sql

--changeset monthend:scorecard_project runOnChange:true
create or replace view mart.scorecard_project as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.sort_order,
    project.project_code,
    project.project_name,
    project.sponsor_name,
    progress.category_code as progress_rag_code,
    progress.category_name as progress_rag_name,
    finance.category_code as finance_rag_code,
    finance.category_name as finance_rag_name,
    line.narrative,
    line.project_status_id
from mart.scorecard_edition as edition
join dw.fact_scorecard_project as line using (edition_key)
join dw.dim_project as project using (project_key)
join dw.dim_category as progress on progress.category_key = line.progress_category_key
join dw.dim_category as finance on finance.category_key = line.finance_category_key;
alter view mart.scorecard_project owner to mart_owner;

comment on view mart.scorecard_project is
    'GRAIN: one project on the scorecard of one month.';
comment on column mart.scorecard_project.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_project.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_project.month_label is
    'Dec-15.';
comment on column mart.scorecard_project.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_project.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_project.sort_order is
    'Place in the table, from 1.';
comment on column mart.scorecard_project.project_code is
    'Code of the project.';
comment on column mart.scorecard_project.project_name is
    'Name as printed.';
comment on column mart.scorecard_project.sponsor_name is
    'Who answers for it.';
comment on column mart.scorecard_project.progress_rag_code is
    'Progress: R, A or G.';
comment on column mart.scorecard_project.progress_rag_name is
    'Progress in words.';
comment on column mart.scorecard_project.finance_rag_code is
    'Forecast variance: R, A or G.';
comment on column mart.scorecard_project.finance_rag_name is
    'Forecast variance in words.';
comment on column mart.scorecard_project.narrative is
    'Status in words.';
comment on column mart.scorecard_project.project_status_id is
    'Statement that it is from.';
--rollback drop view mart.scorecard_project;
