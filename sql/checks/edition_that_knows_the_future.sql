-- Months and reported quarters in an edition that it could not know: later than its own month, or stated after its knowledge was fixed.
select
    edition.edition_key,
    used.measure_id,
    used.month_key,
    fact.recorded_at,
    edition.data_as_at
from dw.dim_scorecard_edition as edition
join dw.fact_scorecard_month as used using (edition_key)
left join dw.fact_measure_value as fact using (measure_value_id)
where used.month_key > edition.month_key
    or fact.recorded_at > edition.data_as_at
union all
select
    edition.edition_key,
    fact.measure_id,
    fact.month_key,
    fact.recorded_at,
    edition.data_as_at
from dw.dim_scorecard_edition as edition
join dw.fact_scorecard_figure as cell using (edition_key)
join dw.fact_measure_quarter as fact using (measure_quarter_id)
where fact.month_key > edition.month_key
    or fact.recorded_at > edition.data_as_at;
