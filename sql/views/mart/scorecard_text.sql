--liquibase formatted sql

--changeset monthend:scorecard_text runOnChange:true
create or replace view mart.scorecard_text as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.sort_order,
    line.place_code,
    line.footnote_mark,
    line.page_text
from mart.scorecard_edition as edition
join dw.fact_scorecard_text as line using (edition_key);
alter view mart.scorecard_text owner to mart_owner;

comment on view mart.scorecard_text is
    'GRAIN: one text on the scorecard of one month: vision, headings, notes, key and footnotes.';
comment on column mart.scorecard_text.edition_key is
    'Number of the edition.';
comment on column mart.scorecard_text.month_key is
    'Month of the scorecard (201512).';
comment on column mart.scorecard_text.month_label is
    'Dec-15.';
comment on column mart.scorecard_text.edition_no is
    '1 for the first edition of the month.';
comment on column mart.scorecard_text.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.scorecard_text.sort_order is
    'Place on the page, from 1.';
comment on column mart.scorecard_text.place_code is
    'Where it stands: title, vision, section.services, note, key, footnote …';
comment on column mart.scorecard_text.footnote_mark is
    'Mark of the footnote; empty for other texts.';
comment on column mart.scorecard_text.page_text is
    'The text.';
--rollback drop view mart.scorecard_text;
