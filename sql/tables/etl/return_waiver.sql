--liquibase formatted sql

--changeset monthend:return_waiver-created
create table etl.return_waiver (
    return_waiver_id  bigint generated always as identity,
    month_key         int not null,
    return_code       text not null,
    is_waived         boolean not null,
    reason_text       text not null,
    waived_by         text not null,
    waived_at         timestamptz not null default clock_timestamp(),
    constraint one_waiver_per_number
        primary key (return_waiver_id),
    constraint a_waiver_has_words_and_a_name
        check (reason_text <> '' and waived_by <> '')
);
create index return_waiver_by_return on etl.return_waiver (month_key, return_code);
call dw.make_append_only('etl.return_waiver');

comment on table etl.return_waiver is
    'GRAIN: one word of a steward on whether a return need come for a month; the last one counts. Never changed: who waived what, when and why stays.';
comment on column etl.return_waiver.return_waiver_id is
    'Number of the word.';
comment on column etl.return_waiver.month_key is
    'Month of the return (201512).';
comment on column etl.return_waiver.return_code is
    'Code of the return in the catalogue.';
comment on column etl.return_waiver.is_waived is
    'Whether it need not come; no where an earlier waiver is taken back.';
comment on column etl.return_waiver.reason_text is
    'Why, in words.';
comment on column etl.return_waiver.waived_by is
    'Who says so.';
comment on column etl.return_waiver.waived_at is
    'When it was said.';
--rollback drop table etl.return_waiver;
