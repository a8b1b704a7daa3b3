-- Rows of dw.fact_scorecard_project that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_project as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'project_key' as key_name, fact.project_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_project as fact
where fact.project_key is not null
    and not exists (select from dw.dim_project as known where known.project_key = fact.project_key)
group by fact.project_key
union all
select 'progress_category_key' as key_name, fact.progress_category_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_project as fact
where fact.progress_category_key is not null
    and not exists (select from dw.dim_category as known where known.category_key = fact.progress_category_key)
group by fact.progress_category_key
union all
select 'finance_category_key' as key_name, fact.finance_category_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_project as fact
where fact.finance_category_key is not null
    and not exists (select from dw.dim_category as known where known.category_key = fact.finance_category_key)
group by fact.finance_category_key
union all
select 'project_status_id' as key_name, fact.project_status_id::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_project as fact
where fact.project_status_id is not null
    and not exists (select from dw.fact_project_status as known where known.project_status_id = fact.project_status_id)
group by fact.project_status_id;
