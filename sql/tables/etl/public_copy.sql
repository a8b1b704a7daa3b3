--liquibase formatted sql

--changeset monthend:public_copy-created
create table etl.public_copy (
    copy_no           int not null,
    edition_key       int not null,
    month_key         int not null,
    organisation_code text not null,
    edition_no        int not null,
    made_at           timestamptz not null,
    made_by           text not null,
    page_sha256       text not null,
    workbook_sha256   text not null,
    figures_sha256    text not null,
    report_sha256     text not null,
    previous_sha256   text not null,
    chain_sha256      text not null,
    page              bytea not null,
    workbook          bytea not null,
    figures           bytea not null,
    hidden_report     bytea not null,
    constraint one_public_copy_per_number
        primary key (copy_no),
    constraint one_public_copy_per_edition
        unique (edition_key),
    constraint the_chain_of_public_copies_never_forks
        unique (previous_sha256),
    constraint one_public_copy_per_link_of_the_chain
        unique (chain_sha256),
    constraint edition_was_published
        foreign key (edition_key) references etl.publication (edition_key),
    constraint copy_no_starts_at_one
        check (copy_no >= 1),
    constraint a_public_copy_has_a_name
        check (btrim(made_by) <> ''),
    constraint a_link_has_64_hexadecimal_digits
        check (previous_sha256 ~ '^[0-9a-f]{64}$' and chain_sha256 ~ '^[0-9a-f]{64}$'),
    constraint each_file_is_what_its_digest_says
        check (
            page_sha256 = encode(sha256(page), 'hex')
            and workbook_sha256 = encode(sha256(workbook), 'hex')
            and figures_sha256 = encode(sha256(figures), 'hex')
            and report_sha256 = encode(sha256(hidden_report), 'hex')
        )
);
-- Never rewritten, and fetched whole: packing them would only cost time.
alter table etl.public_copy alter column page set storage external;
alter table etl.public_copy alter column workbook set storage external;

comment on table etl.public_copy is
    'GRAIN: one public copy of one published edition, with all that it hides hidden, as it went out. docs/public-copy.md says what is hidden, and what is digested.';
comment on column etl.public_copy.copy_no is
    '1 for the first public copy of all, and so on without a gap: each was made in the knowledge of all before it.';
comment on column etl.public_copy.edition_key is
    'Edition that it is the copy of.';
comment on column etl.public_copy.month_key is
    'Month of its scorecard (201512).';
comment on column etl.public_copy.organisation_code is
    'Organisation that it is for.';
comment on column etl.public_copy.edition_no is
    '1 for the first edition of the month.';
comment on column etl.public_copy.made_at is
    'When it was made.';
comment on column etl.public_copy.made_by is
    'Who made it.';
comment on column etl.public_copy.page_sha256 is
    'SHA-256 of the page.';
comment on column etl.public_copy.workbook_sha256 is
    'SHA-256 of the workbook.';
comment on column etl.public_copy.figures_sha256 is
    'SHA-256 of the csv of the figures.';
comment on column etl.public_copy.report_sha256 is
    'SHA-256 of the report of what is hidden.';
comment on column etl.public_copy.previous_sha256 is
    'chain_sha256 of the public copy before; 64 zeros for the first.';
comment on column etl.public_copy.chain_sha256 is
    'SHA-256 of this copy with all digests in it; whoever notes the last one can prove that no copy was altered.';
comment on column etl.public_copy.page is
    'The page (HTML) as it went out, byte for byte.';
comment on column etl.public_copy.workbook is
    'The workbook (xlsx) as it went out, byte for byte.';
comment on column etl.public_copy.figures is
    'The csv of the figures as it went out, byte for byte; it says what later copies can hide no more.';
comment on column etl.public_copy.hidden_report is
    'What is hidden and why, in words for the steward: never public.';
--rollback drop table etl.public_copy;

--changeset monthend:public_copy-is-append-only
call dw.make_append_only('etl.public_copy');
--rollback empty

--changeset monthend:public_copy-names-its-edition
--comment: The book of publications refuses to be emptied in words of its own, which a key that names it would forestall.
alter table etl.public_copy
    drop constraint edition_was_published,
    add constraint edition_is_known foreign key (edition_key) references dw.dim_scorecard_edition;
--rollback alter table etl.public_copy drop constraint edition_is_known, add constraint edition_was_published foreign key (edition_key) references etl.publication (edition_key);
