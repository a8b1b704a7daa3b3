--liquibase formatted sql

--changeset monthend:dim_scorecard_edition-created
create table dw.dim_scorecard_edition (
    edition_key       int generated always as identity,
    month_key         int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    edition_no        int not null,
    edition_status    text not null default 'draft',
    data_as_at        timestamptz not null,
    published_at      timestamptz,
    published_by      text not null default '',
    content_sha256    text not null default '',
    method_version    text not null,
    constraint one_edition_per_number
        primary key (edition_key),
    constraint editions_of_a_month_are_counted_one_by_one
        unique (month_key, organisation_id, edition_no),
    constraint month_is_known
        foreign key (month_key) references dw.dim_month,
    constraint organisation_is_known
        foreign key (organisation_key) references dw.dim_organisation,
    constraint edition_no_starts_at_one
        check (edition_no >= 1),
    constraint edition_status_is_known
        check (edition_status in ('draft', 'published', 'superseded')),
    constraint an_issued_edition_says_when_and_by_whom
        check ((edition_status = 'draft') = (published_at is null) and (edition_status = 'draft') = (published_by = ''))
);
create unique index one_published_edition_per_month on dw.dim_scorecard_edition (month_key, organisation_id)
    where edition_status = 'published';
create unique index one_draft_edition_per_month on dw.dim_scorecard_edition (month_key, organisation_id)
    where edition_status = 'draft';
create index scorecard_edition_by_organisation on dw.dim_scorecard_edition (organisation_key);

comment on table dw.dim_scorecard_edition is
    'One row for each edition of the scorecard of one organisation and month. A draft is replaced in place; a published edition never changes, and is superseded by the next.';
comment on column dw.dim_scorecard_edition.edition_key is
    'Number of the edition.';
comment on column dw.dim_scorecard_edition.month_key is
    'Month of the scorecard (201512).';
comment on column dw.dim_scorecard_edition.organisation_key is
    'Organisation it is for, in the version printed.';
comment on column dw.dim_scorecard_edition.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.dim_scorecard_edition.edition_no is
    '1 for the first edition of the month.';
comment on column dw.dim_scorecard_edition.edition_status is
    'draft, published or superseded; never backwards.';
comment on column dw.dim_scorecard_edition.data_as_at is
    'What was known: nothing recorded later is in it.';
comment on column dw.dim_scorecard_edition.published_at is
    'When it was published; null for a draft.';
comment on column dw.dim_scorecard_edition.published_by is
    'Who published it; empty for a draft.';
comment on column dw.dim_scorecard_edition.content_sha256 is
    'SHA-256 of all that the edition says; empty until it is published.';
comment on column dw.dim_scorecard_edition.method_version is
    'Version of the rules and formulas that the figures were judged by.';
--rollback drop table dw.dim_scorecard_edition;

--changeset monthend:dim_scorecard_edition-goes-from-draft-to-published-to-superseded
create trigger goes_from_draft_to_published_to_superseded
    before insert or update or delete on dw.dim_scorecard_edition
    for each row execute function dw.hold_edition_lifecycle();
create trigger is_never_emptied
    before truncate on dw.dim_scorecard_edition
    for each statement execute function dw.refuse_change();
--rollback drop trigger is_never_emptied on dw.dim_scorecard_edition;
--rollback drop trigger goes_from_draft_to_published_to_superseded on dw.dim_scorecard_edition;
