-- Rows of dw.fact_baseline that name what does not exist.
select 'measure_key' as key_name, fact.measure_key::text as unknown_key, count(*) as row_count
from dw.fact_baseline as fact
where fact.measure_key is not null
    and not exists (select from dw.dim_measure as known where known.measure_key = fact.measure_key)
group by fact.measure_key
union all
select 'catalogue_version_id' as key_name, fact.catalogue_version_id::text as unknown_key, count(*) as row_count
from dw.fact_baseline as fact
where fact.catalogue_version_id is not null
    and not exists (select from etl.catalogue_version as known where known.catalogue_version_id = fact.catalogue_version_id)
group by fact.catalogue_version_id;
