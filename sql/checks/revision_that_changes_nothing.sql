-- Revisions of measures that say the same as the one before.
select
    later.measure_value_id,
    later.month_key,
    later.organisation_id,
    later.measure_id,
    later.revision_no
from dw.fact_measure_value as later
join dw.fact_measure_value as earlier
    on earlier.month_key = later.month_key
    and earlier.organisation_id = later.organisation_id
    and earlier.measure_id = later.measure_id
    and earlier.revision_no = later.revision_no - 1
where (later.numerator, later.denominator, later.reported_value, later.figure, later.value_status,
        later.reported_text, later.footnote_mark, later.footnote_text)
    is not distinct from (earlier.numerator, earlier.denominator, earlier.reported_value, earlier.figure,
        earlier.value_status, earlier.reported_text, earlier.footnote_mark, earlier.footnote_text);
