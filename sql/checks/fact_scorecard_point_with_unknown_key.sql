-- Rows of dw.fact_scorecard_point that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_point as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'organisation_key' as key_name, fact.organisation_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_point as fact
where fact.organisation_key is not null
    and not exists (select from dw.dim_organisation as known where known.organisation_key = fact.organisation_key)
group by fact.organisation_key
union all
select 'measure_key' as key_name, fact.measure_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_point as fact
where fact.measure_key is not null
    and not exists (select from dw.dim_measure as known where known.measure_key = fact.measure_key)
group by fact.measure_key
union all
select 'month_key' as key_name, fact.month_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_point as fact
where fact.month_key is not null
    and not exists (select from dw.dim_month as known where known.month_key = fact.month_key)
group by fact.month_key;
