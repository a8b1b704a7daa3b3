-- Rows of dw.fact_scorecard_category that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_category as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'category_key' as key_name, fact.category_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_category as fact
where fact.category_key is not null
    and not exists (select from dw.dim_category as known where known.category_key = fact.category_key)
group by fact.category_key
union all
select 'measure_distribution_id' as key_name, fact.measure_distribution_id::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_category as fact
where fact.measure_distribution_id is not null
    and not exists (select from dw.fact_measure_distribution as known where known.measure_distribution_id = fact.measure_distribution_id)
group by fact.measure_distribution_id
union all
select 'audit_opinion_id' as key_name, fact.audit_opinion_id::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_category as fact
where fact.audit_opinion_id is not null
    and not exists (select from dw.fact_audit_opinion as known where known.audit_opinion_id = fact.audit_opinion_id)
group by fact.audit_opinion_id;
