--liquibase formatted sql

--changeset monthend:fact_scorecard_project-created
create table dw.fact_scorecard_project (
    edition_key            int not null,
    project_key            int not null,
    project_id             int not null,
    sort_order             int not null,
    progress_category_key  int not null,
    finance_category_key   int not null,
    narrative              text not null,
    project_status_id      bigint,
    constraint one_scorecard_project_per_edition
        primary key (edition_key, project_id)
);

comment on table dw.fact_scorecard_project is
    'GRAIN: one project in one edition of the scorecard. Frozen once the edition is published.';
comment on column dw.fact_scorecard_project.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_project.project_key is
    'Project, in the version printed.';
comment on column dw.fact_scorecard_project.project_id is
    'The same project through all its versions.';
comment on column dw.fact_scorecard_project.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard_project.progress_category_key is
    'Progress: a category of the RAG scheme.';
comment on column dw.fact_scorecard_project.finance_category_key is
    'Forecast variance: a category of the RAG scheme.';
comment on column dw.fact_scorecard_project.narrative is
    'Status in words.';
comment on column dw.fact_scorecard_project.project_status_id is
    'Statement that it is from; null when none was made.';
--rollback drop table dw.fact_scorecard_project;

--changeset monthend:fact_scorecard_project-holds-its-keys
call dw.hold_key('dw.fact_scorecard_project', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_project', 'project_key', 'dw.dim_project', 'project_key');
call dw.hold_key('dw.fact_scorecard_project', 'progress_category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_scorecard_project', 'finance_category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_scorecard_project', 'project_status_id', 'dw.fact_project_status', 'project_status_id');
--rollback empty

--changeset monthend:fact_scorecard_project-is-frozen
call dw.make_frozen('dw.fact_scorecard_project');
--rollback empty
