-- Rows of dw.fact_scorecard_finance_month that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_month as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'finance_line_key' as key_name, fact.finance_line_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_month as fact
where fact.finance_line_key is not null
    and not exists (select from dw.dim_finance_line as known where known.finance_line_key = fact.finance_line_key)
group by fact.finance_line_key
union all
select 'month_key' as key_name, fact.month_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_month as fact
where fact.month_key is not null
    and not exists (select from dw.dim_month as known where known.month_key = fact.month_key)
group by fact.month_key
union all
select 'finance_position_id' as key_name, fact.finance_position_id::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_month as fact
where fact.finance_position_id is not null
    and not exists (select from dw.fact_finance_position as known where known.finance_position_id = fact.finance_position_id)
group by fact.finance_position_id;
