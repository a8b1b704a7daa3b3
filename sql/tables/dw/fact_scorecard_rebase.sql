--liquibase formatted sql

--changeset monthend:fact_scorecard_rebase-created
create table dw.fact_scorecard_rebase (
    edition_key       int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    measure_key       int not null,
    measure_id        int not null,
    rebase_month_key  int not null,
    reason_text       text not null,
    rebased_by        text not null,
    rebased_at        timestamptz not null,
    constraint one_rebase_per_edition_organisation_measure_and_month
        primary key (edition_key, organisation_id, measure_id, rebase_month_key),
    constraint a_rebase_has_words_and_a_name
        check (reason_text <> '' and rebased_by <> '')
);

comment on table dw.fact_scorecard_rebase is
    'GRAIN: one rebase that one edition of the scorecard took into account: from that month on the limits of one measure and organisation start afresh. Frozen once the edition is published; etl.rebase has what was said since.';
comment on column dw.fact_scorecard_rebase.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_rebase.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_rebase.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_rebase.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_rebase.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_rebase.rebase_month_key is
    'Month from which the limits start afresh (201504).';
comment on column dw.fact_scorecard_rebase.reason_text is
    'Why, in words.';
comment on column dw.fact_scorecard_rebase.rebased_by is
    'Who accepted it.';
comment on column dw.fact_scorecard_rebase.rebased_at is
    'When.';
--rollback drop table dw.fact_scorecard_rebase;

--changeset monthend:fact_scorecard_rebase-holds-its-keys
call dw.hold_key('dw.fact_scorecard_rebase', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_rebase', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_rebase', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_rebase', 'rebase_month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_scorecard_rebase-is-frozen
call dw.make_frozen('dw.fact_scorecard_rebase');
--rollback empty
