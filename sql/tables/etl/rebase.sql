--liquibase formatted sql

--changeset monthend:rebase-created
create table etl.rebase (
    rebase_id          bigint generated always as identity,
    measure_code       text not null,
    organisation_code  text not null,
    month_key          int not null,
    is_rebased         boolean not null,
    reason_text        text not null,
    rebased_by         text not null,
    rebased_at         timestamptz not null default clock_timestamp(),
    constraint one_rebase_per_number
        primary key (rebase_id),
    constraint a_rebase_has_words_and_a_name
        check (reason_text <> '' and rebased_by <> '')
);
create index rebase_by_measure on etl.rebase (measure_code, organisation_code, month_key);
call dw.make_append_only('etl.rebase');

comment on table etl.rebase is
    'GRAIN: one word of a steward on whether the limits of a measure start afresh in a month; the last one on a month counts. Never changed: who accepted what, when and why stays.';
comment on column etl.rebase.rebase_id is
    'Number of the word.';
comment on column etl.rebase.measure_code is
    'Code of the measure in the catalogue.';
comment on column etl.rebase.organisation_code is
    'Code of the organisation.';
comment on column etl.rebase.month_key is
    'Month from which the limits start afresh (201504).';
comment on column etl.rebase.is_rebased is
    'Whether they do; no where an earlier word is taken back.';
comment on column etl.rebase.reason_text is
    'Why, in words.';
comment on column etl.rebase.rebased_by is
    'Who says so.';
comment on column etl.rebase.rebased_at is
    'When it was said.';
--rollback drop table etl.rebase;
