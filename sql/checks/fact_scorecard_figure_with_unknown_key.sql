-- Rows of dw.fact_scorecard_figure that name what does not exist.
select 'edition_key' as key_name, fact.edition_key::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_figure as fact
where fact.edition_key is not null
    and not exists (select from dw.dim_scorecard_edition as known where known.edition_key = fact.edition_key)
group by fact.edition_key
union all
select 'measure_quarter_id' as key_name, fact.measure_quarter_id::text as unknown_key, count(*) as row_count
from dw.fact_scorecard_figure as fact
where fact.measure_quarter_id is not null
    and not exists (select from dw.fact_measure_quarter as known where known.measure_quarter_id = fact.measure_quarter_id)
group by fact.measure_quarter_id;
