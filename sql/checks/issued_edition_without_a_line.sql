-- Editions that were published without a single measure.
select edition.edition_key, edition.month_key, edition.edition_no, edition.edition_status
from dw.dim_scorecard_edition as edition
where edition.edition_status <> 'draft'
    and not exists (select from dw.fact_scorecard as line where line.edition_key = edition.edition_key);
