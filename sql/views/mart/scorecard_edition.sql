--liquibase formatted sql

--changeset monthend:scorecard_edition runOnChange:true
create or replace view mart.scorecard_edition as
select distinct on (edition.month_key, edition.organisation_id)
    edition.edition_key,
    edition.month_key,
    calendar.month_label,
    edition.edition_no,
    edition.edition_status,
    edition.organisation_id,
    organisation.organisation_code,
    organisation.organisation_name,
    edition.data_as_at,
    edition.published_at,
    edition.published_by,
    edition.content_sha256,
    edition.method_version,
    publication.publication_no,
    publication.page_sha256,
    publication.workbook_sha256,
    publication.chain_sha256,
    publication.note_text,
    publication.open_queries,
    publication.returns_missing,
    publication.returns_refused,
    publication.returns_in_part,
    edition.edition_status = 'published' and exists (
        select from dw.dim_scorecard_edition as draft
        where draft.month_key = edition.month_key
            and draft.organisation_id = edition.organisation_id
            and draft.edition_status = 'draft'
    ) as has_next_draft
from dw.dim_scorecard_edition as edition
join dw.dim_month as calendar on calendar.month_key = edition.month_key
join dw.dim_organisation as organisation on organisation.organisation_key = edition.organisation_key
left join etl.publication as publication on publication.edition_key = edition.edition_key
where edition.edition_status <> 'superseded'
order by
    edition.month_key,
    edition.organisation_id,
    edition.edition_status = 'published' desc,
    edition.edition_no desc;
alter view mart.scorecard_edition owner to mart_owner;

comment on view mart.scorecard_edition is
    'GRAIN: the scorecard of one organisation and one month: the published edition, or the draft when none is published yet. The other views of the scorecard show the same editions; mart.edition_history has all, drafts and superseded ones too.';
comment on column mart.scorecard_edition.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_edition.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_edition.month_label is
    'Dec-15.';
comment on column mart.scorecard_edition.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_edition.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_edition.organisation_id is
    'Number of the organisation.';
comment on column mart.scorecard_edition.organisation_code is
    'Code of the organisation.';
comment on column mart.scorecard_edition.organisation_name is
    'Name as printed.';
comment on column mart.scorecard_edition.data_as_at is
    'What was known: nothing recorded later is in it.';
comment on column mart.scorecard_edition.published_at is
    'When it was published; null for a draft.';
comment on column mart.scorecard_edition.published_by is
    'Who published it; empty for a draft.';
comment on column mart.scorecard_edition.content_sha256 is
    'SHA-256 of all that the edition says; empty until it is published.';
comment on column mart.scorecard_edition.method_version is
    'Version of the rules and formulas that the figures were judged by.';
comment on column mart.scorecard_edition.publication_no is
    'Number of the publication in the book of publications; null for a draft.';
comment on column mart.scorecard_edition.page_sha256 is
    'SHA-256 of the page as it was published; null for a draft.';
comment on column mart.scorecard_edition.workbook_sha256 is
    'SHA-256 of the workbook as it was published; null for a draft.';
comment on column mart.scorecard_edition.chain_sha256 is
    'Digest of the chain of publications up to this one; null for a draft.';
comment on column mart.scorecard_edition.note_text is
    'What was noted with the publication; null for a draft.';
comment on column mart.scorecard_edition.open_queries is
    'Queries that nobody had explained when it was published; null for a draft.';
comment on column mart.scorecard_edition.returns_missing is
    'Returns that had not come when it was published; null for a draft.';
comment on column mart.scorecard_edition.returns_refused is
    'Returns that were refused when it was published; null for a draft.';
comment on column mart.scorecard_edition.returns_in_part is
    'Returns of which rows had been rejected when it was published; null for a draft.';
comment on column mart.scorecard_edition.has_next_draft is
    'Whether figures have changed since it was published, so that there is the draft of a next edition: mart.edition_history and mart.edition_cell have it.';
--rollback drop view mart.scorecard_edition;
