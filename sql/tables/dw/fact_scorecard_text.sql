--liquibase formatted sql

--changeset monthend:fact_scorecard_text-created
create table dw.fact_scorecard_text (
    edition_key    int not null,
    sort_order     int not null,
    place_code     text not null,
    footnote_mark  text not null default '',
    page_text      text not null,
    constraint one_scorecard_text_per_edition_and_place_on_the_page
        primary key (edition_key, sort_order)
);

comment on table dw.fact_scorecard_text is
    'GRAIN: one text of one edition of the scorecard: vision, headings, notes, key and footnotes. Frozen once the edition is published.';
comment on column dw.fact_scorecard_text.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_text.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard_text.place_code is
    'Where it stands: title, vision, section.services, note, key, footnote …';
comment on column dw.fact_scorecard_text.footnote_mark is
    'Mark of the footnote; empty for other texts.';
comment on column dw.fact_scorecard_text.page_text is
    'The text.';
--rollback drop table dw.fact_scorecard_text;

--changeset monthend:fact_scorecard_text-holds-its-keys
call dw.hold_key('dw.fact_scorecard_text', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
--rollback empty

--changeset monthend:fact_scorecard_text-is-frozen
call dw.make_frozen('dw.fact_scorecard_text');
--rollback empty
