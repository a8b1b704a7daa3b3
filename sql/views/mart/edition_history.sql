--liquibase formatted sql

--changeset monthend:edition_history runOnChange:true
create or replace view mart.edition_history as
select
    edition.edition_key,
    edition.month_key,
    calendar.month_label,
    edition.edition_no,
    edition.edition_status,
    organisation.organisation_code,
    edition.data_as_at,
    edition.method_version,
    edition.published_at,
    edition.published_by,
    later.published_at as superseded_at,
    edition.content_sha256,
    publication.publication_no,
    publication.page_sha256,
    publication.workbook_sha256,
    publication.chain_sha256,
    publication.note_text,
    publication.open_queries,
    publication.returns_missing,
    publication.returns_refused,
    publication.returns_in_part
from dw.dim_scorecard_edition as edition
join dw.dim_month as calendar on calendar.month_key = edition.month_key
join dw.dim_organisation as organisation on organisation.organisation_key = edition.organisation_key
left join etl.publication as publication on publication.edition_key = edition.edition_key
left join dw.dim_scorecard_edition as later
    on later.month_key = edition.month_key
    and later.organisation_id = edition.organisation_id
    and later.edition_no = edition.edition_no + 1
    and later.edition_status <> 'draft';
alter view mart.edition_history owner to mart_owner;

comment on view mart.edition_history is
    'GRAIN: one edition of the scorecard of one month, whatever became of it. Which one was in force at a time: published_at <= the time and (superseded_at is null or superseded_at > the time).';
comment on column mart.edition_history.edition_key is
    'Number of the edition.';
comment on column mart.edition_history.month_key is
    'Month of the scorecard (201512).';
comment on column mart.edition_history.month_label is
    'Dec-15.';
comment on column mart.edition_history.edition_no is
    '1 for the first edition of the month.';
comment on column mart.edition_history.edition_status is
    'draft, published or superseded. At most one of a month is published and at most one a draft: filter by it.';
comment on column mart.edition_history.organisation_code is
    'Code of the organisation.';
comment on column mart.edition_history.data_as_at is
    'What was known: nothing recorded later is in it.';
comment on column mart.edition_history.method_version is
    'Version of the rules and formulas that the figures were judged by.';
comment on column mart.edition_history.published_at is
    'From when it was in force; null for a draft.';
comment on column mart.edition_history.published_by is
    'Who published it; empty for a draft.';
comment on column mart.edition_history.superseded_at is
    'Until when it was in force; null while it is, and for a draft.';
comment on column mart.edition_history.content_sha256 is
    'SHA-256 of all that the edition says; empty for a draft.';
comment on column mart.edition_history.publication_no is
    'Number of the publication in the book of publications; null for a draft.';
comment on column mart.edition_history.page_sha256 is
    'SHA-256 of the page as it was published; null for a draft.';
comment on column mart.edition_history.workbook_sha256 is
    'SHA-256 of the workbook as it was published; null for a draft.';
comment on column mart.edition_history.chain_sha256 is
    'Digest of the chain of publications up to this one; null for a draft.';
comment on column mart.edition_history.note_text is
    'What was noted with the publication; null for a draft.';
comment on column mart.edition_history.open_queries is
    'Queries that nobody had explained when it was published; null for a draft.';
comment on column mart.edition_history.returns_missing is
    'Returns that had not come when it was published; null for a draft.';
comment on column mart.edition_history.returns_refused is
    'Returns that were refused when it was published; null for a draft.';
comment on column mart.edition_history.returns_in_part is
    'Returns of which rows had been rejected when it was published; null for a draft.';
--rollback drop view mart.edition_history;
