-- Printed cells of measures whose figure is not the one that was judged.
with judged as (
    select
        line.edition_key,
        measure.measure_code,
        cell.column_code,
        cell.figure,
        cell.value_status
    from dw.fact_scorecard as line
    join dw.dim_scorecard_edition as edition using (edition_key, organisation_id)
    join dw.dim_measure as measure using (measure_key)
    cross join lateral (
        values
            ('quarter_1', line.quarter_1_figure, line.quarter_1_status),
            ('quarter_2', line.quarter_2_figure, line.quarter_2_status),
            ('quarter_3', line.quarter_3_figure, line.quarter_3_status),
            ('quarter_4', line.quarter_4_figure, line.quarter_4_status),
            ('latest', line.latest_figure, line.latest_status)
    ) as cell (column_code, figure, value_status)
)
select
    judged.edition_key,
    judged.measure_code,
    judged.column_code,
    judged.figure,
    printed.figure as printed_figure
from judged
left join dw.fact_scorecard_figure as printed
    on printed.edition_key = judged.edition_key
    and printed.block_code = 'measures'
    and printed.line_code = judged.measure_code
    and printed.column_code = judged.column_code
where (printed.figure, printed.value_status) is distinct from (judged.figure, judged.value_status);
