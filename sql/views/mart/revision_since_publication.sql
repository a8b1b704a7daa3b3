--liquibase formatted sql

--changeset monthend:revision_since_publication runOnChange:true
create or replace view mart.revision_since_publication as
select
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.published_at,
    line.measure_id,
    measure.measure_code,
    measure.measure_name,
    line.organisation_id,
    line.latest_figure as published_figure,
    fact.figure as current_figure,
    fact.value_status as current_status,
    fact.figure - line.latest_figure as difference,
    fact.revision_no,
    fact.revision_reason,
    fact.recorded_at
from mart.scorecard_edition as edition
join dw.fact_scorecard as line using (edition_key)
join dw.dim_measure as measure using (measure_key)
join mart.measure_history as fact
    on fact.month_key = edition.month_key
    and fact.organisation_id = line.organisation_id
    and fact.measure_id = line.measure_id
    and fact.is_latest_revision
where edition.edition_status = 'published'
    and fact.measure_value_id is distinct from line.latest_measure_value_id;
alter view mart.revision_since_publication owner to mart_owner;

comment on view mart.revision_since_publication is
    'GRAIN: one month of the series of one measure that has been revised since the scorecard of that month was published.';
comment on column mart.revision_since_publication.month_key is
    'Month of the scorecard (201512).';
comment on column mart.revision_since_publication.month_label is
    'Dec-15.';
comment on column mart.revision_since_publication.edition_no is
    'Edition that was published.';
comment on column mart.revision_since_publication.published_at is
    'When it was published.';
comment on column mart.revision_since_publication.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.revision_since_publication.measure_code is
    'Code of the measure.';
comment on column mart.revision_since_publication.measure_name is
    'Name of the measure.';
comment on column mart.revision_since_publication.organisation_id is
    'Number of the organisation.';
comment on column mart.revision_since_publication.published_figure is
    'What was published, unrounded; null when it was missing.';
comment on column mart.revision_since_publication.current_figure is
    'What counts now; null when missing.';
comment on column mart.revision_since_publication.current_status is
    'reported, or why there is no figure now.';
comment on column mart.revision_since_publication.difference is
    'Current less published; null when either is missing.';
comment on column mart.revision_since_publication.revision_no is
    'Revision that counts now.';
comment on column mart.revision_since_publication.revision_reason is
    'Why it was revised.';
comment on column mart.revision_since_publication.recorded_at is
    'When.';
--rollback drop view mart.revision_since_publication;
