-- Dimension members with two versions in force at one time.
select 'dim_measure' as dimension_name, one.measure_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_measure as one
join dw.dim_measure as other
    on other.measure_id = one.measure_id
    and other.measure_key > one.measure_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to
union all
select 'dim_organisation' as dimension_name, one.organisation_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_organisation as one
join dw.dim_organisation as other
    on other.organisation_id = one.organisation_id
    and other.organisation_key > one.organisation_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to
union all
select 'dim_category' as dimension_name, one.category_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_category as one
join dw.dim_category as other
    on other.category_id = one.category_id
    and other.category_key > one.category_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to
union all
select 'dim_finance_line' as dimension_name, one.finance_line_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_finance_line as one
join dw.dim_finance_line as other
    on other.finance_line_id = one.finance_line_id
    and other.finance_line_key > one.finance_line_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to
union all
select 'dim_project' as dimension_name, one.project_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_project as one
join dw.dim_project as other
    on other.project_id = one.project_id
    and other.project_key > one.project_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to
union all
select 'dim_return' as dimension_name, one.return_id as member_id, one.valid_from, other.valid_from as other_valid_from
from dw.dim_return as one
join dw.dim_return as other
    on other.return_id = one.return_id
    and other.return_key > one.return_key
    and other.valid_from < one.valid_to
    and one.valid_from < other.valid_to;
