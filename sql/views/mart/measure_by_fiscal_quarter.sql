--liquibase formatted sql

--changeset monthend:measure_by_fiscal_quarter runOnChange:true
create or replace view mart.measure_by_fiscal_quarter as
with computed as (
    select
        fact.measure_id,
        fact.organisation_level,
        calendar.fiscal_quarter_index,
        mart.measure_rollup(
            fact.grain_guard,
            fact.aggregation,
            fact.unit_multiplier,
            fact.month_index,
            fact.numerator,
            fact.denominator,
            fact.figure
        ) as figure,
        count(distinct fact.month_key) filter (where fact.figure is not null) as months_known,
        max(fact.month_key) filter (where fact.figure is not null) as last_known_month_key,
        count(distinct fact.month_key) filter (
            where fact.value_status not in ('not_received', 'not_due')
                and (measure.frequency <> 'quarterly' or calendar.is_fiscal_quarter_end)
        ) as months_stated,
        count(distinct fact.month_key) filter (where fact.figure is not null)
            < case measure.frequency when 'quarterly' then 1 else 3 end as is_partial
    from mart.measure_value as fact
    join dw.dim_month as calendar using (month_key)
    join dw.dim_measure as measure on measure.measure_id = fact.measure_id and measure.is_current
    group by
        fact.measure_id,
        fact.organisation_level,
        calendar.fiscal_quarter_index,
        measure.frequency
),
-- A reported figure adds up over no organisations, so it stands for a level only where the level is one organisation.
sole_organisation as (
    select organisation_level, max(organisation_id) as organisation_id
    from dw.dim_organisation
    where is_current
    group by organisation_level
    having count(*) = 1
),
reported as (
    select distinct on (fact.measure_id, fact.organisation_id, fact.month_key)
        fact.measure_id,
        sole_organisation.organisation_level,
        calendar.fiscal_quarter_index,
        fact.measure_quarter_id,
        fact.figure,
        fact.value_status
    from dw.fact_measure_quarter as fact
    join sole_organisation using (organisation_id)
    join dw.dim_month as calendar using (month_key)
    order by fact.measure_id, fact.organisation_id, fact.month_key, fact.revision_no desc
),
stated as (
    select
        coalesce(computed.measure_id, reported.measure_id) as measure_id,
        coalesce(computed.organisation_level, reported.organisation_level) as organisation_level,
        coalesce(computed.fiscal_quarter_index, reported.fiscal_quarter_index) as fiscal_quarter_index,
        computed.figure as computed_figure,
        coalesce(computed.months_known, 0) as months_known,
        computed.last_known_month_key,
        coalesce(computed.months_stated, 0) as months_stated,
        coalesce(computed.is_partial, true) as is_partial,
        reported.measure_quarter_id,
        reported.figure as reported_figure,
        reported.value_status as reported_status
    from computed
    full join reported
        on reported.measure_id = computed.measure_id
        and reported.organisation_level = computed.organisation_level
        and reported.fiscal_quarter_index = computed.fiscal_quarter_index
),
judged as (
    select
        stated.*,
        measure.measure_code,
        measure.measure_name,
        measure.unit,
        measure.aggregation,
        quarter_end.fiscal_year_label,
        quarter_end.fiscal_quarter_label,
        case
            -- The months count where they make the whole quarter; otherwise what an earlier scorecard reported.
            when stated.measure_quarter_id is null then 'computed'
            when stated.computed_figure is not null and (
                measure.frequency = 'quarterly'
                or measure.aggregation in ('stock', 'rolling_3m', 'stock_ratio')
                and stated.last_known_month_key = quarter_end.month_key
                or stated.months_known = 3
            ) then 'computed'
            when stated.months_known = 0
                and stated.months_stated = case measure.frequency when 'quarterly' then 1 else 3 end then 'computed'
            else 'reported'
        end as basis
    from stated
    join dw.dim_measure as measure on measure.measure_id = stated.measure_id and measure.is_current
    join dw.dim_month as quarter_end
        on quarter_end.fiscal_quarter_index = stated.fiscal_quarter_index
        and quarter_end.is_fiscal_quarter_end
)
select
    measure_id,
    measure_code,
    measure_name,
    unit,
    aggregation,
    organisation_level,
    fiscal_year_label,
    fiscal_quarter_label,
    fiscal_quarter_index,
    case basis when 'computed' then computed_figure else reported_figure end as figure,
    months_known,
    last_known_month_key,
    basis = 'computed' and is_partial as is_partial,
    basis,
    reported_figure,
    reported_status,
    computed_figure
from judged;
alter view mart.measure_by_fiscal_quarter owner to mart_owner;

comment on view mart.measure_by_fiscal_quarter is
    'GRAIN: one measure in one fiscal quarter over all organisations of one level, as it counts now: computed from its months where they are known, otherwise as an earlier scorecard reported it. Not to be added further.';
comment on column mart.measure_by_fiscal_quarter.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.measure_by_fiscal_quarter.measure_code is
    'Code of the measure.';
comment on column mart.measure_by_fiscal_quarter.measure_name is
    'Name of the measure.';
comment on column mart.measure_by_fiscal_quarter.unit is
    'What the measure counts in.';
comment on column mart.measure_by_fiscal_quarter.aggregation is
    'Kind of the measure: it says how the months became the quarter.';
comment on column mart.measure_by_fiscal_quarter.organisation_level is
    'trust, locality or team: filter by one.';
comment on column mart.measure_by_fiscal_quarter.fiscal_year_label is
    '2015/16.';
comment on column mart.measure_by_fiscal_quarter.fiscal_quarter_label is
    '2015/16 Qtr3.';
comment on column mart.measure_by_fiscal_quarter.fiscal_quarter_index is
    'Sort the labels by it.';
comment on column mart.measure_by_fiscal_quarter.figure is
    'The one figure of the quarter; of stocks and stock ratios that of its last known month; null where no answer is right.';
comment on column mart.measure_by_fiscal_quarter.months_known is
    'How many of its months have a figure.';
comment on column mart.measure_by_fiscal_quarter.last_known_month_key is
    'Last month that has a figure.';
comment on column mart.measure_by_fiscal_quarter.is_partial is
    'Whether fewer months are known than the quarter has, so that the figure may still change.';
comment on column mart.measure_by_fiscal_quarter.basis is
    'computed (from its months) or reported (by an earlier scorecard, as its months are not known): the one that the figure is.';
comment on column mart.measure_by_fiscal_quarter.reported_figure is
    'What an earlier scorecard reported of the quarter, as rounded as it was printed; null where none did, or it had no figure.';
comment on column mart.measure_by_fiscal_quarter.reported_status is
    'reported, or why that scorecard had no figure; null where none spoke of the quarter.';
comment on column mart.measure_by_fiscal_quarter.computed_figure is
    'The figure of the months that are known, even where they are not the whole quarter; null where no answer is right.';
--rollback drop view mart.measure_by_fiscal_quarter;
