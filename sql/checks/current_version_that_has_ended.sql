-- Dimension versions that are marked as current and have ended, or have not ended and are not current.
select 'dim_measure' as dimension_name, measure_key as version_key, valid_to, is_current
from dw.dim_measure
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00')
union all
select 'dim_organisation' as dimension_name, organisation_key as version_key, valid_to, is_current
from dw.dim_organisation
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00')
union all
select 'dim_category' as dimension_name, category_key as version_key, valid_to, is_current
from dw.dim_category
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00')
union all
select 'dim_finance_line' as dimension_name, finance_line_key as version_key, valid_to, is_current
from dw.dim_finance_line
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00')
union all
select 'dim_project' as dimension_name, project_key as version_key, valid_to, is_current
from dw.dim_project
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00')
union all
select 'dim_return' as dimension_name, return_key as version_key, valid_to, is_current
from dw.dim_return
where is_current <> (valid_to = timestamptz '9999-12-31 00:00:00+00');
