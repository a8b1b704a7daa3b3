--liquibase formatted sql

--changeset monthend:measure_history runOnChange:true
create or replace view mart.measure_history as
select
    fact.measure_value_id,
    fact.month_key,
    fact.measure_id,
    measure.measure_code,
    measure.measure_name,
    fact.organisation_id,
    organisation.organisation_code,
    organisation.organisation_name,
    fact.revision_no,
    fact.numerator,
    fact.denominator,
    fact.reported_value,
    fact.figure,
    fact.value_status,
    fact.reported_text,
    fact.footnote_mark,
    fact.footnote_text,
    fact.revision_reason,
    fact.recorded_at,
    coalesce(later.recorded_at, timestamptz '9999-12-31 00:00:00+00') as replaced_at,
    later.measure_value_id is null as is_latest_revision,
    fact.submission_id,
    source_file.file_name,
    source_file.sha256 as file_sha256,
    fact.source_sheet,
    fact.numerator_cell,
    fact.denominator_cell,
    fact.value_cell
from dw.fact_measure_value as fact
join dw.dim_measure as measure using (measure_key)
join dw.dim_organisation as organisation using (organisation_key)
join etl.return_submission as submission using (submission_id)
join etl.source_file as source_file using (source_file_id)
left join dw.fact_measure_value as later
    on later.month_key = fact.month_key
    and later.organisation_id = fact.organisation_id
    and later.measure_id = fact.measure_id
    and later.revision_no = fact.revision_no + 1;
alter view mart.measure_history owner to mart_owner;

comment on view mart.measure_history is
    'GRAIN: one statement of one measure for one organisation and one month, in one revision: all that was ever said, and from when to when it counted.';
comment on column mart.measure_history.measure_value_id is
    'Number of the statement.';
comment on column mart.measure_history.month_key is
    'Month the figure is about (201512).';
comment on column mart.measure_history.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_history.measure_code is
    'Code of the measure.';
comment on column mart.measure_history.measure_name is
    'Name of the measure when it was said.';
comment on column mart.measure_history.organisation_id is
    'Number of the organisation, the same through all its versions.';
comment on column mart.measure_history.organisation_code is
    'Code of the organisation.';
comment on column mart.measure_history.organisation_name is
    'Name of the organisation.';
comment on column mart.measure_history.revision_no is
    '0 for what was said first, 1 for the first revision, and so on.';
comment on column mart.measure_history.numerator is
    'Top of the fraction. Adds up over organisations of one level; over months only when the aggregation is flow or ratio.';
comment on column mart.measure_history.denominator is
    'What it is divided by. Adds up as the numerator does.';
comment on column mart.measure_history.reported_value is
    'Value as the return states it.';
comment on column mart.measure_history.figure is
    'Value that counts, unrounded, in the unit of the measure; null when missing. Never add or average percentages: use mart.measure_rollup, or sum(numerator) / sum(denominator).';
comment on column mart.measure_history.value_status is
    'reported, or why there is no figure. A missing figure is never zero.';
comment on column mart.measure_history.reported_text is
    'The figure as its cell showed it, where that adds something.';
comment on column mart.measure_history.footnote_mark is
    'Mark of its footnote.';
comment on column mart.measure_history.footnote_text is
    'The footnote.';
comment on column mart.measure_history.revision_reason is
    'Why it was revised; empty for what was said first.';
comment on column mart.measure_history.recorded_at is
    'From when it counted.';
comment on column mart.measure_history.replaced_at is
    'Until when it counted; the year 9999 for what counts now.';
comment on column mart.measure_history.is_latest_revision is
    'Whether it counts now.';
comment on column mart.measure_history.submission_id is
    'Submission that said so.';
comment on column mart.measure_history.file_name is
    'File it came in.';
comment on column mart.measure_history.file_sha256 is
    'SHA-256 of that file.';
comment on column mart.measure_history.source_sheet is
    'Sheet.';
comment on column mart.measure_history.numerator_cell is
    'Cell of the numerator.';
comment on column mart.measure_history.denominator_cell is
    'Cell of the denominator.';
comment on column mart.measure_history.value_cell is
    'Cell of the stated value.';
--rollback drop view mart.measure_history;
