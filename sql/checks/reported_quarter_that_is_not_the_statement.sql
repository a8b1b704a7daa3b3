-- Printed quarters that are marked as reported and show something else than the statement they name, or another quarter's.
select
    cell.edition_key,
    cell.line_code,
    cell.column_code,
    cell.figure,
    cell.value_status,
    statement.figure as stated_figure,
    statement.value_status as stated_status,
    calendar.fiscal_quarter_label
from dw.fact_scorecard_figure as cell
join dw.fact_scorecard as line using (edition_key)
join dw.dim_measure as measure
    on measure.measure_key = line.measure_key
    and measure.measure_code = cell.line_code
cross join lateral (
    values
        ('quarter_1', line.quarter_1_label),
        ('quarter_2', line.quarter_2_label),
        ('quarter_3', line.quarter_3_label),
        ('quarter_4', line.quarter_4_label)
) as shown (column_code, quarter_label)
join dw.fact_measure_quarter as statement using (measure_quarter_id)
join dw.dim_month as calendar on calendar.month_key = statement.month_key
where cell.block_code = 'measures'
    and shown.column_code = cell.column_code
    and (
        calendar.fiscal_quarter_label <> shown.quarter_label
        or statement.measure_id <> line.measure_id
        or statement.organisation_id <> line.organisation_id
        or cell.basis = 'reported'
        and (cell.figure, cell.value_status) is distinct from (statement.figure, statement.value_status)
    );
