-- Rows of dw.fact_project_status that name what does not exist.
select 'month_key' as key_name, fact.month_key::text as unknown_key, count(*) as row_count
from dw.fact_project_status as fact
where fact.month_key is not null
    and not exists (select from dw.dim_month as known where known.month_key = fact.month_key)
group by fact.month_key
union all
select 'project_key' as key_name, fact.project_key::text as unknown_key, count(*) as row_count
from dw.fact_project_status as fact
where fact.project_key is not null
    and not exists (select from dw.dim_project as known where known.project_key = fact.project_key)
group by fact.project_key
union all
select 'progress_category_key' as key_name, fact.progress_category_key::text as unknown_key, count(*) as row_count
from dw.fact_project_status as fact
where fact.progress_category_key is not null
    and not exists (select from dw.dim_category as known where known.category_key = fact.progress_category_key)
group by fact.progress_category_key
union all
select 'finance_category_key' as key_name, fact.finance_category_key::text as unknown_key, count(*) as row_count
from dw.fact_project_status as fact
where fact.finance_category_key is not null
    and not exists (select from dw.dim_category as known where known.category_key = fact.finance_category_key)
group by fact.finance_category_key
union all
select 'submission_id' as key_name, fact.submission_id::text as unknown_key, count(*) as row_count
from dw.fact_project_status as fact
where fact.submission_id is not null
    and not exists (select from etl.return_submission as known where known.submission_id = fact.submission_id)
group by fact.submission_id;
