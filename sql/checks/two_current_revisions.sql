-- Statements whose revisions are not numbered 0, 1, 2 …: a gap would leave two of them in force.
select 'fact_measure_value' as fact_name, concat_ws('/', month_key, organisation_id, measure_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_measure_value
group by month_key, organisation_id, measure_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_measure_quarter' as fact_name, concat_ws('/', month_key, organisation_id, measure_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_measure_quarter
group by month_key, organisation_id, measure_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_measure_distribution' as fact_name, concat_ws('/', month_key, organisation_id, category_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_measure_distribution
group by month_key, organisation_id, category_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_finance_position' as fact_name, concat_ws('/', month_key, organisation_id, finance_line_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_finance_position
group by month_key, organisation_id, finance_line_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_audit_opinion' as fact_name, concat_ws('/', month_key, organisation_id, category_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_audit_opinion
group by month_key, organisation_id, category_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_project_status' as fact_name, concat_ws('/', month_key, project_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_project_status
group by month_key, project_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_target' as fact_name, concat_ws('/', from_month_key, organisation_id, measure_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_target
group by from_month_key, organisation_id, measure_id
having count(*) <> max(revision_no) + 1
union all
select 'fact_baseline' as fact_name, concat_ws('/', measure_id) as statement, count(*) as revisions, max(revision_no) as last_revision_no
from dw.fact_baseline
group by measure_id
having count(*) <> max(revision_no) + 1;
