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
    edition.method_version
from dw.dim_scorecard_edition as edition
join dw.dim_month as calendar using (month_key)
join dw.dim_organisation as organisation using (organisation_key)
where edition.edition_status <> 'superseded'
order by
    edition.month_key,
    edition.organisation_id,
    edition.edition_status = 'published' desc,
    edition.edition_no desc;
alter view mart.scorecard_edition owner to mart_owner;

comment on view mart.scorecard_edition is
    'GRAIN: the scorecard of one organisation and one month: the published edition, or the draft when none is published yet. The other views of the scorecard show the same editions.';
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
--rollback drop view mart.scorecard_edition;
