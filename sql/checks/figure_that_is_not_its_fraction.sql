-- Figures of ratio measures that are not numerator over denominator.
select
    fact.measure_value_id,
    fact.figure,
    measure.unit_multiplier * fact.numerator / fact.denominator as fraction
from dw.fact_measure_value as fact
join dw.dim_measure as measure using (measure_key)
where measure.aggregation in ('ratio', 'stock_ratio')
    and fact.value_status = 'reported'
    and fact.denominator <> 0
    and abs(fact.figure - measure.unit_multiplier * fact.numerator / fact.denominator)
        > 1e-9 * greatest(1, abs(fact.figure));
