-- Measures with two targets in force for one organisation and month.
select
    measure_code,
    organisation_code,
    month_key,
    count(*) as targets
from mart.target_value
group by measure_code, organisation_code, month_key
having count(*) > 1;
