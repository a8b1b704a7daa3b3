--liquibase formatted sql

--changeset monthend:publication-created
create table etl.publication (
    publication_no    int not null,
    edition_key       int not null,
    month_key         int not null,
    organisation_code text not null,
    edition_no        int not null,
    data_as_at        timestamptz not null,
    method_version    text not null,
    catalogue_sha256  text not null,
    published_at      timestamptz not null,
    published_by      text not null,
    note_text         text not null default '',
    open_queries      int not null,
    returns_missing   int not null,
    returns_refused   int not null,
    returns_in_part   int not null,
    caveats           text[] not null,
    content_format    int not null,
    content_sha256    text not null,
    page_sha256       text not null,
    workbook_sha256   text not null,
    previous_sha256   text not null,
    chain_sha256      text not null,
    page              bytea not null,
    workbook          bytea not null,
    constraint one_publication_per_number
        primary key (publication_no),
    constraint one_publication_per_edition
        unique (edition_key),
    constraint the_chain_of_publications_never_forks
        unique (previous_sha256),
    constraint one_publication_per_link_of_the_chain
        unique (chain_sha256),
    constraint edition_is_known
        foreign key (edition_key) references dw.dim_scorecard_edition,
    constraint publication_no_starts_at_one
        check (publication_no >= 1),
    constraint a_publication_has_a_name
        check (btrim(published_by) <> ''),
    constraint no_caveat_is_counted_below_zero
        check (open_queries >= 0 and returns_missing >= 0 and returns_refused >= 0 and returns_in_part >= 0),
    constraint a_digest_has_64_hexadecimal_digits
        check (
            content_sha256 ~ '^[0-9a-f]{64}$' and previous_sha256 ~ '^[0-9a-f]{64}$' and chain_sha256 ~ '^[0-9a-f]{64}$'
            and catalogue_sha256 ~ '^([0-9a-f]{64})?$'
        ),
    constraint the_page_is_what_its_digest_says
        check (page_sha256 = encode(sha256(page), 'hex')),
    constraint the_workbook_is_what_its_digest_says
        check (workbook_sha256 = encode(sha256(workbook), 'hex'))
);
-- Never rewritten, and fetched whole: packing them would only cost time.
alter table etl.publication alter column page set storage external;
alter table etl.publication alter column workbook set storage external;

comment on table etl.publication is
    'GRAIN: one publication of one edition: the book that nobody can rewrite unseen, since every row holds the digest of the row before. docs/publication.md says what is digested, and how.';
comment on column etl.publication.publication_no is
    '1 for the first publication of all, and so on without a gap.';
comment on column etl.publication.edition_key is
    'Edition that was published.';
comment on column etl.publication.month_key is
    'Month of its scorecard (201512).';
comment on column etl.publication.organisation_code is
    'Organisation that it is for.';
comment on column etl.publication.edition_no is
    '1 for the first edition of the month.';
comment on column etl.publication.data_as_at is
    'What was known: nothing recorded later is in it.';
comment on column etl.publication.method_version is
    'Version of the rules and formulas that the figures were judged by.';
comment on column etl.publication.catalogue_sha256 is
    'SHA-256 of the catalogue workbook in force; empty where none was noted.';
comment on column etl.publication.published_at is
    'When it was published.';
comment on column etl.publication.published_by is
    'Who published it.';
comment on column etl.publication.note_text is
    'What they noted with it; empty without a note.';
comment on column etl.publication.open_queries is
    'Queries of the month''s returns that nobody had explained.';
comment on column etl.publication.returns_missing is
    'Returns of the month that were due and had not come.';
comment on column etl.publication.returns_refused is
    'Returns of the month whose last file was refused.';
comment on column etl.publication.returns_in_part is
    'Returns of the month of which rows were rejected.';
comment on column etl.publication.caveats is
    'Each of these in a sentence.';
comment on column etl.publication.content_format is
    'Version of the serialisation that content_sha256 is of.';
comment on column etl.publication.content_sha256 is
    'SHA-256 of all rows of the edition in the warehouse.';
comment on column etl.publication.page_sha256 is
    'SHA-256 of the page.';
comment on column etl.publication.workbook_sha256 is
    'SHA-256 of the workbook.';
comment on column etl.publication.previous_sha256 is
    'chain_sha256 of the publication before; 64 zeros for the first.';
comment on column etl.publication.chain_sha256 is
    'SHA-256 of this publication with all digests in it; whoever notes the last one can prove that nothing before it was altered.';
comment on column etl.publication.page is
    'The page (HTML) as it was published, byte for byte.';
comment on column etl.publication.workbook is
    'The workbook (xlsx) as it was published, byte for byte.';
--rollback drop table etl.publication;

--changeset monthend:publication-is-append-only
call dw.make_append_only('etl.publication');
--rollback empty

--changeset monthend:publication-continues-the-chain
create trigger continues_the_chain before insert on etl.publication
    for each row execute function dw.hold_chain();
--rollback drop trigger continues_the_chain on etl.publication;

--changeset monthend:publication-goes-with-its-edition
create constraint trigger is_in_the_book after update of edition_status on dw.dim_scorecard_edition
    deferrable initially deferred
    for each row when (new.edition_status = 'published')
    execute function dw.hold_book();
--rollback drop trigger is_in_the_book on dw.dim_scorecard_edition;
