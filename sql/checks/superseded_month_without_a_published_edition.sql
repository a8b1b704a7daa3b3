-- Months whose editions were all superseded, so that none is in force.
select month_key, organisation_id
from dw.dim_scorecard_edition
group by month_key, organisation_id
having bool_or(edition_status = 'superseded') and not bool_or(edition_status = 'published');
