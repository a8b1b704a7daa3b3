--liquibase formatted sql

--changeset monthend:revision_since_publication runOnChange:true
create or replace view mart.revision_since_publication as
-- A statement that was withdrawn says nothing any more.
with statement as not materialized (
    select
        'measures' as block_code, month_key, organisation_id, measure_id as subject_id, revision_no, recorded_at,
        revision_reason, submission_id, 'month' as item_code, figure, value_status, null::text as words,
        concat_ws('/', numerator, denominator, footnote_mark, footnote_text) as particulars
    from dw.fact_measure_value
    union all
    select
        'quarters', month_key, organisation_id, measure_id, revision_no, recorded_at, revision_reason, submission_id,
        'quarter', figure, value_status, null, concat_ws('/', footnote_mark, footnote_text)
    from dw.fact_measure_quarter
    union all
    select
        'finance', month_key, organisation_id, finance_line_id, revision_no, recorded_at, revision_reason, submission_id,
        item_code, case when not is_withdrawn then figure end, null, null, ''
    from dw.fact_finance_position
    cross join lateral (
        values
            ('budget', budget_gbp),
            ('forecast', forecast_gbp),
            ('variance', reported_variance_gbp),
            ('spend to date', spend_to_date_gbp),
            ('committed', committed_gbp),
            ('progress', progress_pct)
    ) as item (item_code, figure)
    union all
    select
        'distribution', month_key, organisation_id, category_id, revision_no, recorded_at, revision_reason, submission_id,
        'share', case when not is_withdrawn then share_pct end, null, null, ''
    from dw.fact_measure_distribution
    union all
    select
        'audit', month_key, organisation_id, category_id, revision_no, recorded_at, revision_reason, submission_id,
        'number', case when not is_withdrawn then audit_count end, null, null, ''
    from dw.fact_audit_opinion
    union all
    select
        'projects', month_key, 0, project_id, revision_no, recorded_at, revision_reason, submission_id, item_code,
        null, null, case when not is_withdrawn then words end, ''
    from dw.fact_project_status
    join dw.dim_category as progress on progress.category_key = progress_category_key
    join dw.dim_category as finance on finance.category_key = finance_category_key
    cross join lateral (
        values
            ('progress', progress.category_code),
            ('finance', finance.category_code),
            ('narrative', narrative)
    ) as item (item_code, words)
),
subject as (
    select
        edition_key, kind.block_code, line.measure_id as subject_id, line.measure_id, measure_code as line_code,
        measure_name as line_name
    from dw.fact_scorecard as line
    join dw.dim_scorecard_edition as edition using (edition_key, organisation_id)
    join dw.dim_measure as measure using (measure_key)
    cross join (values ('measures'), ('quarters')) as kind (block_code)
    union all
    select edition_key, 'finance', finance_line_id, null, line_code, line_name
    from dw.dim_scorecard_edition
    join dw.dim_finance_line as line on line.is_current
    union all
    select edition_key, kind.block_code, category_id, null, scheme_code || ' ' || category_code, category_name
    from dw.dim_scorecard_edition
    join dw.dim_category as category on category.is_current
    cross join (values ('distribution'), ('audit')) as kind (block_code)
    union all
    select edition_key, 'projects', project_id, null, project_code, project_name
    from dw.dim_scorecard_edition
    join dw.dim_project as project on project.is_current
)
select
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.published_at,
    subject.measure_id,
    case when subject.measure_id is not null then subject.line_code end as measure_code,
    case when subject.measure_id is not null then subject.line_name end as measure_name,
    edition.organisation_id,
    published.figure as published_figure,
    now.figure as current_figure,
    now.value_status as current_status,
    now.figure - published.figure as difference,
    now.revision_no,
    now.revision_reason,
    now.recorded_at,
    now.block_code,
    subject.line_code,
    subject.line_name,
    now.item_code,
    now.month_key as figure_month_key,
    published.value_status as published_status,
    published.words as published_text,
    now.words as current_text,
    now.submission_id,
    submission.file_name
from mart.scorecard_edition as edition
join statement as now
    on now.month_key <= edition.month_key
    -- Projects are of no organisation.
    and now.organisation_id in (edition.organisation_id, 0)
    and now.recorded_at > edition.data_as_at
    -- Five years of months and what was reported of earlier quarters; of all else the month itself.
    and now.month_key > case now.block_code
        when 'measures' then edition.month_key - 500
        when 'quarters' then edition.month_key - 200
        else edition.month_key - 1
    end
join subject
    on subject.edition_key = edition.edition_key
    and subject.block_code = now.block_code
    and subject.subject_id = now.subject_id
join etl.return_submission as submission on submission.submission_id = now.submission_id
left join lateral (
    select *
    from statement as earlier
    where earlier.block_code = now.block_code
        and earlier.month_key = now.month_key
        and earlier.organisation_id = now.organisation_id
        and earlier.subject_id = now.subject_id
        and earlier.item_code = now.item_code
        and earlier.recorded_at <= edition.data_as_at
    order by earlier.revision_no desc
    limit 1
) as published on true
where edition.edition_status = 'published'
    and not exists (
        select from statement as later
        where later.block_code = now.block_code
            and later.month_key = now.month_key
            and later.organisation_id = now.organisation_id
            and later.subject_id = now.subject_id
            and later.revision_no > now.revision_no
    )
    and (now.figure, now.value_status, now.words, now.particulars)
        is distinct from (published.figure, published.value_status, published.words, published.particulars)
    and (now.figure, now.value_status, now.words, published.revision_no) is distinct from (null, null, null, null);
alter view mart.revision_since_publication owner to mart_owner;

comment on view mart.revision_since_publication is
    'GRAIN: one figure that a published scorecard rests on and that returns have revised since: a month of a measure''s series, a reported quarter, a finance figure, a share, a number of audits, or what a project says. What follows from them on the page is in mart.edition_difference.';
comment on column mart.revision_since_publication.month_key is
    'Month of the scorecard (201512).';
comment on column mart.revision_since_publication.month_label is
    'Dec-15.';
comment on column mart.revision_since_publication.edition_no is
    'Edition that was published.';
comment on column mart.revision_since_publication.published_at is
    'When it was published.';
comment on column mart.revision_since_publication.measure_id is
    'Number of the measure, the same through all its versions; null for other figures.';
comment on column mart.revision_since_publication.measure_code is
    'Code of the measure; null for other figures.';
comment on column mart.revision_since_publication.measure_name is
    'Name of the measure; null for other figures.';
comment on column mart.revision_since_publication.organisation_id is
    'Number of the organisation.';
comment on column mart.revision_since_publication.published_figure is
    'What was known when it was published, unrounded; null when it was missing, and for words.';
comment on column mart.revision_since_publication.current_figure is
    'What counts now; null when missing, and for words.';
comment on column mart.revision_since_publication.current_status is
    'reported, or why there is no figure now; null for figures that have no status.';
comment on column mart.revision_since_publication.difference is
    'Current less published; null when either is missing.';
comment on column mart.revision_since_publication.revision_no is
    'Revision that counts now.';
comment on column mart.revision_since_publication.revision_reason is
    'Why it was revised.';
comment on column mart.revision_since_publication.recorded_at is
    'When.';
comment on column mart.revision_since_publication.block_code is
    'measures (months), quarters (reported ones), finance, distribution, audit or projects.';
comment on column mart.revision_since_publication.line_code is
    'Code of the measure, finance line, category (with its scheme) or project.';
comment on column mart.revision_since_publication.line_name is
    'Name of the same.';
comment on column mart.revision_since_publication.item_code is
    'month, quarter; budget, forecast, variance, progress; share, number; progress, finance, narrative.';
comment on column mart.revision_since_publication.figure_month_key is
    'Month that the figure is about (201512); for a quarter its last.';
comment on column mart.revision_since_publication.published_status is
    'reported, or why there was no figure; null where nothing had been said, and for figures that have no status.';
comment on column mart.revision_since_publication.published_text is
    'Words as they were known when it was published; null for figures.';
comment on column mart.revision_since_publication.current_text is
    'Words that count now; null for figures.';
comment on column mart.revision_since_publication.submission_id is
    'Submission that says so.';
comment on column mart.revision_since_publication.file_name is
    'File it came in.';
--rollback drop view mart.revision_since_publication;
