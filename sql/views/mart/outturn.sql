--liquibase formatted sql

--changeset monthend:outturn runOnChange:true
create or replace view mart.outturn as
select
    edition.edition_key,
    edition.month_key,
    edition.month_label,
    edition.edition_no,
    edition.edition_status,
    line.measure_id,
    measure.measure_code,
    measure.measure_name,
    line.organisation_id,
    organisation.organisation_code,
    line.fiscal_year_start,
    calendar.fiscal_year_label,
    line.months_known,
    line.low_95,
    line.low_80,
    line.outturn_median,
    line.high_80,
    line.high_95,
    line.chance_of_meeting,
    line.chance_shown_pct,
    line.is_complete,
    line.is_indicative,
    line.last_year_outturn,
    line.note_text,
    edition.method_version,
    edition.month_key = max(edition.month_key) over (
        partition by edition.organisation_id, line.fiscal_year_start
    ) as is_newest_of_year
from mart.scorecard_edition as edition
join dw.fact_scorecard_outturn as line using (edition_key)
join dw.dim_measure as measure on measure.measure_key = line.measure_key
join dw.dim_organisation as organisation on organisation.organisation_key = line.organisation_key
join dw.dim_month as calendar on calendar.month_key = edition.month_key;
alter view mart.outturn owner to mart_owner;

comment on view mart.outturn is
    'GRAIN: where one measure and organisation will end the fiscal year, as the scorecard of one month says in its newest edition. For one row a year filter is_newest_of_year. In the unit of the measure.';
comment on column mart.outturn.edition_key is
    'Number of the edition.';
comment on column mart.outturn.month_key is
    'Month of the scorecard (201512).';
comment on column mart.outturn.month_label is
    'Dec-15.';
comment on column mart.outturn.edition_no is
    '1 for the first edition of the month.';
comment on column mart.outturn.edition_status is
    'published, or draft when none is published yet.';
comment on column mart.outturn.measure_id is
    'Number of the measure, the same through all its versions.';
comment on column mart.outturn.measure_code is
    'Code of the measure.';
comment on column mart.outturn.measure_name is
    'Name of the measure.';
comment on column mart.outturn.organisation_id is
    'Number of the organisation.';
comment on column mart.outturn.organisation_code is
    'Code of the organisation.';
comment on column mart.outturn.fiscal_year_start is
    'Calendar year in which the fiscal year starts. Sort the labels by it.';
comment on column mart.outturn.fiscal_year_label is
    '2015/16.';
comment on column mart.outturn.months_known is
    'How many of its twelve months have a figure.';
comment on column mart.outturn.low_95 is
    '2.5% of the outturns to be expected lie below.';
comment on column mart.outturn.low_80 is
    '10% lie below.';
comment on column mart.outturn.outturn_median is
    'Half lie below.';
comment on column mart.outturn.high_80 is
    '10% lie above.';
comment on column mart.outturn.high_95 is
    '2.5% lie above.';
comment on column mart.outturn.chance_of_meeting is
    'Chance that the target is met, 0 to 1; null without a target.';
comment on column mart.outturn.chance_shown_pct is
    'The chance as the page shows it, to the nearest 5%.';
comment on column mart.outturn.is_complete is
    'Whether all that makes the outturn is known.';
comment on column mart.outturn.is_indicative is
    'Whether it rests on fewer than six months, and is no more than a hint.';
comment on column mart.outturn.last_year_outturn is
    'Outturn of the year before; null where it is not known.';
comment on column mart.outturn.note_text is
    'What a reader should know; empty when there is nothing to add.';
comment on column mart.outturn.method_version is
    'Version of the rules and formulas that it was judged by.';
comment on column mart.outturn.is_newest_of_year is
    'Whether no later month of the year has a scorecard.';
--rollback drop view mart.outturn;
