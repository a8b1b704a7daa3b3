--liquibase formatted sql

--changeset monthend:fact_scorecard_category-created
create table dw.fact_scorecard_category (
    edition_key              int not null,
    block_code               text not null,
    category_key             int not null,
    category_id              int not null,
    sort_order               int not null,
    figure                   numeric not null,
    measure_distribution_id  bigint,
    audit_opinion_id         bigint,
    constraint one_scorecard_category_per_edition_and_block
        primary key (edition_key, block_code, category_id),
    constraint block_code_is_known
        check (block_code in ('distribution', 'audit')),
    constraint the_statement_is_of_the_block
        check ((block_code = 'distribution' or measure_distribution_id is null) and (block_code = 'audit' or audit_opinion_id is null))
);

comment on table dw.fact_scorecard_category is
    'GRAIN: one category of a distribution, or one audit opinion, in one edition of the scorecard. Frozen once the edition is published. What the page prints is in fact_scorecard_figure.';
comment on column dw.fact_scorecard_category.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_category.block_code is
    'distribution or audit.';
comment on column dw.fact_scorecard_category.category_key is
    'Category, in the version printed.';
comment on column dw.fact_scorecard_category.category_id is
    'The same category through all its versions.';
comment on column dw.fact_scorecard_category.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard_category.figure is
    'Percent of the whole for a distribution, number of audits for an opinion.';
comment on column dw.fact_scorecard_category.measure_distribution_id is
    'Statement that a share is from; null for audits, or when none was made.';
comment on column dw.fact_scorecard_category.audit_opinion_id is
    'Statement that a number of audits is from; null for distributions, or when none was made.';
--rollback drop table dw.fact_scorecard_category;

--changeset monthend:fact_scorecard_category-holds-its-keys
call dw.hold_key('dw.fact_scorecard_category', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_category', 'category_key', 'dw.dim_category', 'category_key');
call dw.hold_key('dw.fact_scorecard_category', 'measure_distribution_id', 'dw.fact_measure_distribution', 'measure_distribution_id');
call dw.hold_key('dw.fact_scorecard_category', 'audit_opinion_id', 'dw.fact_audit_opinion', 'audit_opinion_id');
--rollback empty

--changeset monthend:fact_scorecard_category-is-frozen
call dw.make_frozen('dw.fact_scorecard_category');
--rollback empty
