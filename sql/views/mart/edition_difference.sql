--liquibase formatted sql

--changeset monthend:edition_difference runOnChange:true
create or replace view mart.edition_difference as
with pair as (
    select
        later.edition_key,
        later.month_key,
        later.edition_no,
        later.edition_status,
        later.organisation_id,
        earlier.edition_key as earlier_key,
        earlier.edition_no as earlier_no
    from dw.dim_scorecard_edition as later
    join dw.dim_scorecard_edition as earlier
        on earlier.month_key = later.month_key
        and earlier.organisation_id = later.organisation_id
        and earlier.edition_no = later.edition_no - 1
),
cell as (
    select
        pair.edition_key, side.side, said.block_code, said.line_code, said.column_code, said.printed_text, said.figure,
        said.value_status
    from pair
    cross join lateral (values ('earlier', pair.earlier_key), ('later', pair.edition_key)) as side (side, side_key)
    join dw.fact_scorecard_figure as said on said.edition_key = side.side_key
),
line as (
    select pair.edition_key, side.side, measure.measure_code, said.standing, said.trend_direction, said.trend_judgement
    from pair
    cross join lateral (values ('earlier', pair.earlier_key), ('later', pair.edition_key)) as side (side, side_key)
    join dw.fact_scorecard as said
        on said.edition_key = side.side_key
        and said.organisation_id = pair.organisation_id
    join dw.dim_measure as measure using (measure_key)
),
difference as (
    select
        edition_key,
        block_code,
        line_code,
        column_code,
        coalesce(max(printed_text) filter (where side = 'earlier'), '') as earlier_text,
        coalesce(max(printed_text) filter (where side = 'later'), '') as later_text,
        max(figure) filter (where side = 'earlier') as earlier_figure,
        max(figure) filter (where side = 'later') as later_figure,
        max(value_status) filter (where side = 'earlier') is distinct from max(value_status) filter (where side = 'later')
            as is_other_status
    from cell
    group by edition_key, block_code, line_code, column_code
    union all
    select
        edition_key,
        'measures',
        measure_code,
        judgement,
        coalesce(max(said) filter (where side = 'earlier'), ''),
        coalesce(max(said) filter (where side = 'later'), ''),
        null,
        null,
        false
    from line
    cross join lateral (
        values ('standing', standing), ('trend_direction', trend_direction), ('trend_judgement', trend_judgement)
    ) as judged (judgement, said)
    group by edition_key, measure_code, judgement
)
select
    pair.edition_key,
    pair.month_key,
    calendar.month_label,
    pair.edition_no,
    pair.edition_status,
    pair.earlier_no as earlier_edition_no,
    difference.block_code,
    difference.line_code,
    difference.column_code,
    difference.earlier_text,
    difference.later_text,
    difference.earlier_figure,
    difference.later_figure
from pair
join difference on difference.edition_key = pair.edition_key
join dw.dim_month as calendar on calendar.month_key = pair.month_key
where difference.earlier_text <> difference.later_text
    or difference.earlier_figure is distinct from difference.later_figure
    or difference.is_other_status;
alter view mart.edition_difference owner to mart_owner;

comment on view mart.edition_difference is
    'GRAIN: one printed cell or judgement in which an edition differs from the one before it; with edition_status = draft, what has changed since the publication.';
comment on column mart.edition_difference.edition_key is
    'Number of the later edition.';
comment on column mart.edition_difference.month_key is
    'Month of the scorecard (201512).';
comment on column mart.edition_difference.month_label is
    'Dec-15.';
comment on column mart.edition_difference.edition_no is
    'The later edition.';
comment on column mart.edition_difference.edition_status is
    'Its status: draft, published or superseded.';
comment on column mart.edition_difference.earlier_edition_no is
    'The edition before it.';
comment on column mart.edition_difference.block_code is
    'measures, finance, distribution, audit or projects.';
comment on column mart.edition_difference.line_code is
    'Code of the measure, finance line, scheme or project.';
comment on column mart.edition_difference.column_code is
    'Column of the page, or standing, trend_direction, trend_judgement, or code of a category.';
comment on column mart.edition_difference.earlier_text is
    'What the earlier edition says; empty where it has no such cell.';
comment on column mart.edition_difference.later_text is
    'What the later edition says.';
comment on column mart.edition_difference.earlier_figure is
    'The figure behind the earlier cell, unrounded; null when missing.';
comment on column mart.edition_difference.later_figure is
    'The figure behind the later cell, unrounded; null when missing.';
--rollback drop view mart.edition_difference;
