-- Rows of dw.fact_scorecard_finance_outturn that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_outturn as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'finance_line_key' as key_name, fact.finance_line_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_finance_outturn as fact
where fact.finance_line_key is not null
    and not exists (select from dw.dim_finance_line as known where known.finance_line_key = fact.finance_line_key)
group by fact.finance_line_key;
