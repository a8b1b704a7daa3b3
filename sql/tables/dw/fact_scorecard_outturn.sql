--liquibase formatted sql

--changeset monthend:fact_scorecard_outturn-created
create table dw.fact_scorecard_outturn (
    edition_key        int not null,
    organisation_key   int not null,
    organisation_id    int not null,
    measure_key        int not null,
    measure_id         int not null,
    fiscal_year_start  int not null,
    months_known       int not null,
    low_95             double precision not null,
    low_80             double precision not null,
    outturn_median     double precision not null,
    high_80            double precision not null,
    high_95            double precision not null,
    chance_of_meeting  double precision,
    chance_shown_pct   numeric(3),
    is_complete        boolean not null,
    last_year_outturn  double precision,
    is_indicative      boolean not null,
    note_text          text not null,
    constraint one_outturn_per_edition_organisation_and_measure
        primary key (edition_key, organisation_id, measure_id),
    constraint a_year_has_twelve_months
        check (months_known between 0 and 12),
    constraint the_range_is_in_order
        check (low_95 <= low_80 and low_80 <= outturn_median and outturn_median <= high_80 and high_80 <= high_95),
    constraint a_chance_lies_between_0_and_1
        check (chance_of_meeting between 0 and 1),
    constraint a_chance_is_shown_where_there_is_one
        check (num_nulls(chance_of_meeting, chance_shown_pct) in (0, 2))
);

comment on table dw.fact_scorecard_outturn is
    'GRAIN: where one measure and organisation will end the fiscal year of the scorecard''s month, in one edition. Frozen once the edition is published. No row where there is no outturn to tell. In the unit of the measure.';
comment on column dw.fact_scorecard_outturn.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_outturn.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_outturn.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_outturn.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_outturn.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_outturn.fiscal_year_start is
    'Calendar year in which the fiscal year starts (2015 for 2015/16).';
comment on column dw.fact_scorecard_outturn.months_known is
    'How many of its twelve months have a figure.';
comment on column dw.fact_scorecard_outturn.low_95 is
    '2.5% of the outturns to be expected lie below.';
comment on column dw.fact_scorecard_outturn.low_80 is
    '10% lie below.';
comment on column dw.fact_scorecard_outturn.outturn_median is
    'Half lie below.';
comment on column dw.fact_scorecard_outturn.high_80 is
    '10% lie above.';
comment on column dw.fact_scorecard_outturn.high_95 is
    '2.5% lie above.';
comment on column dw.fact_scorecard_outturn.chance_of_meeting is
    'Chance that the target is met, 0 to 1; null without a target.';
comment on column dw.fact_scorecard_outturn.chance_shown_pct is
    'The chance as it is shown: to the nearest 5%, and neither 0 nor 100 before the year is complete; null without a target.';
comment on column dw.fact_scorecard_outturn.is_complete is
    'Whether all that makes the outturn is known.';
comment on column dw.fact_scorecard_outturn.last_year_outturn is
    'Outturn of the year before; null where it is not known.';
comment on column dw.fact_scorecard_outturn.is_indicative is
    'Whether it rests on fewer than six months, and is no more than a hint.';
comment on column dw.fact_scorecard_outturn.note_text is
    'What a reader should know; empty when there is nothing to add.';
--rollback drop table dw.fact_scorecard_outturn;

--changeset monthend:fact_scorecard_outturn-holds-its-keys
call dw.hold_key('dw.fact_scorecard_outturn', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_outturn', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_outturn', 'measure_key', 'dw.dim_measure', 'measure_key');
--rollback empty

--changeset monthend:fact_scorecard_outturn-is-frozen
call dw.make_frozen('dw.fact_scorecard_outturn');
--rollback empty
