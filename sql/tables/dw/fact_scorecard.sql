--liquibase formatted sql

--changeset monthend:fact_scorecard-created
create table dw.fact_scorecard (
    edition_key              int not null,
    organisation_key         int not null,
    organisation_id          int not null,
    measure_key              int not null,
    measure_id               int not null,
    month_key                int not null,
    sort_order               int not null,
    quarter_1_label          text not null,
    quarter_1_figure         numeric,
    quarter_1_status         text not null,
    quarter_1_months_known   int not null,
    is_quarter_1_partial     boolean not null,
    quarter_2_label          text not null,
    quarter_2_figure         numeric,
    quarter_2_status         text not null,
    quarter_2_months_known   int not null,
    is_quarter_2_partial     boolean not null,
    quarter_3_label          text not null,
    quarter_3_figure         numeric,
    quarter_3_status         text not null,
    quarter_3_months_known   int not null,
    is_quarter_3_partial     boolean not null,
    quarter_4_label          text not null,
    quarter_4_figure         numeric,
    quarter_4_status         text not null,
    quarter_4_months_known   int not null,
    is_quarter_4_partial     boolean not null,
    latest_label             text not null,
    latest_figure            numeric,
    latest_status            text not null,
    latest_months_known      int not null,
    is_latest_partial        boolean not null,
    latest_numerator         numeric,
    latest_denominator       numeric,
    latest_measure_value_id  bigint,
    target_value             numeric,
    target_low               numeric,
    target_high              numeric,
    variance                 numeric,
    variance_to_the_good     numeric,
    standing                 text not null,
    is_missed_by_rounding    boolean not null,
    trend_direction          text not null,
    trend_judgement          text not null,
    trend_z                  double precision not null,
    trend_change             double precision not null,
    trend_months_used        int not null,
    is_seasonally_adjusted   boolean not null,
    trend_reason             text not null default '',
    forecast_mean            double precision,
    forecast_low_80          double precision,
    forecast_high_80         double precision,
    forecast_method          text,
    forecast_months_used     int,
    is_forecast_indicative   boolean,
    constraint one_scorecard_line_per_edition_organisation_and_measure
        primary key (edition_key, organisation_id, measure_id),
    constraint quarter_1_figure_is_there_exactly_when_reported
        check ((quarter_1_status = 'reported') = (quarter_1_figure is not null)),
    constraint quarter_2_figure_is_there_exactly_when_reported
        check ((quarter_2_status = 'reported') = (quarter_2_figure is not null)),
    constraint quarter_3_figure_is_there_exactly_when_reported
        check ((quarter_3_status = 'reported') = (quarter_3_figure is not null)),
    constraint quarter_4_figure_is_there_exactly_when_reported
        check ((quarter_4_status = 'reported') = (quarter_4_figure is not null)),
    constraint latest_figure_is_there_exactly_when_reported
        check ((latest_status = 'reported') = (latest_figure is not null)),
    constraint standing_is_known
        check (standing in ('met', 'within_tolerance', 'missed', 'no_target', 'no_figure')),
    constraint trend_direction_is_known
        check (trend_direction in ('up', 'level', 'down', 'none')),
    constraint trend_judgement_is_known
        check (trend_judgement in ('better', 'worse', 'neutral')),
    constraint forecast_is_there_whole_or_not_at_all
        check (num_nulls(
            forecast_mean, forecast_low_80, forecast_high_80, forecast_method, forecast_months_used, is_forecast_indicative
        ) in (0, 6))
);

comment on table dw.fact_scorecard is
    'GRAIN: one measure of one organisation in one edition of the scorecard. Frozen once the edition is published. What the page prints is in fact_scorecard_figure.';
comment on column dw.fact_scorecard.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard.organisation_key is
    'Organisation, in the version in force when it was recorded.';
comment on column dw.fact_scorecard.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard.measure_key is
    'Measure, in the version in force when it was recorded.';
comment on column dw.fact_scorecard.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard.month_key is
    'Month of the edition (201512).';
comment on column dw.fact_scorecard.sort_order is
    'Place on the page, from 1.';
comment on column dw.fact_scorecard.quarter_1_label is
    'Oldest of the four quarters shown (2014/15 Qtr3).';
comment on column dw.fact_scorecard.quarter_1_figure is
    'Its figure, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard.quarter_1_status is
    'reported, or why its figure is missing.';
comment on column dw.fact_scorecard.quarter_1_months_known is
    'How many of its months have a figure.';
comment on column dw.fact_scorecard.is_quarter_1_partial is
    'Whether fewer months are known than it has.';
comment on column dw.fact_scorecard.quarter_2_label is
    'Second quarter shown.';
comment on column dw.fact_scorecard.quarter_2_figure is
    'Its figure, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard.quarter_2_status is
    'reported, or why its figure is missing.';
comment on column dw.fact_scorecard.quarter_2_months_known is
    'How many of its months have a figure.';
comment on column dw.fact_scorecard.is_quarter_2_partial is
    'Whether fewer months are known than it has.';
comment on column dw.fact_scorecard.quarter_3_label is
    'Third quarter shown.';
comment on column dw.fact_scorecard.quarter_3_figure is
    'Its figure, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard.quarter_3_status is
    'reported, or why its figure is missing.';
comment on column dw.fact_scorecard.quarter_3_months_known is
    'How many of its months have a figure.';
comment on column dw.fact_scorecard.is_quarter_3_partial is
    'Whether fewer months are known than it has.';
comment on column dw.fact_scorecard.quarter_4_label is
    'Latest of the four quarters shown.';
comment on column dw.fact_scorecard.quarter_4_figure is
    'Its figure, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard.quarter_4_status is
    'reported, or why its figure is missing.';
comment on column dw.fact_scorecard.quarter_4_months_known is
    'How many of its months have a figure.';
comment on column dw.fact_scorecard.is_quarter_4_partial is
    'Whether fewer months are known than it has.';
comment on column dw.fact_scorecard.latest_label is
    'The month itself (Dec-15).';
comment on column dw.fact_scorecard.latest_figure is
    'Its figure, unrounded, in the unit of the measure; null when missing.';
comment on column dw.fact_scorecard.latest_status is
    'reported, or why its figure is missing.';
comment on column dw.fact_scorecard.latest_months_known is
    'How many of its months have a figure.';
comment on column dw.fact_scorecard.is_latest_partial is
    'Whether fewer months are known than it has.';
comment on column dw.fact_scorecard.latest_numerator is
    'Top of the latest fraction; null when not given.';
comment on column dw.fact_scorecard.latest_denominator is
    'What it is divided by; null when not given.';
comment on column dw.fact_scorecard.latest_measure_value_id is
    'Statement that the latest figure is from; null when none was made.';
comment on column dw.fact_scorecard.target_value is
    'Target in the unit of the measure; null without one, or when it is a band.';
comment on column dw.fact_scorecard.target_low is
    'Lower end of a band target.';
comment on column dw.fact_scorecard.target_high is
    'Upper end of a band target.';
comment on column dw.fact_scorecard.variance is
    'Latest figure less target (0 inside a band); null without both.';
comment on column dw.fact_scorecard.variance_to_the_good is
    'The variance signed so that plus is better; null for context measures.';
comment on column dw.fact_scorecard.standing is
    'met, within_tolerance, missed, no_target or no_figure.';
comment on column dw.fact_scorecard.is_missed_by_rounding is
    'The rounded figure and the target look equal, but the unrounded figure misses.';
comment on column dw.fact_scorecard.trend_direction is
    'up, level, down or none (no arrow).';
comment on column dw.fact_scorecard.trend_judgement is
    'better, worse or neutral.';
comment on column dw.fact_scorecard.trend_z is
    'Size of the change in standard errors, within ±999.';
comment on column dw.fact_scorecard.trend_change is
    'Mean of the last three months less that of the nine before, in the unit of the measure.';
comment on column dw.fact_scorecard.trend_months_used is
    'Months with a figure among the last 24.';
comment on column dw.fact_scorecard.is_seasonally_adjusted is
    'Whether seasonal factors were subtracted.';
comment on column dw.fact_scorecard.trend_reason is
    'Why there is no arrow; empty when there is one.';
comment on column dw.fact_scorecard.forecast_mean is
    'Forecast of the next month; null without one. The months after it are in dw.fact_forecast.';
comment on column dw.fact_scorecard.forecast_low_80 is
    'Lower end of its interval of 80%; null without a forecast.';
comment on column dw.fact_scorecard.forecast_high_80 is
    'Upper end of its interval of 80%; null without a forecast.';
comment on column dw.fact_scorecard.forecast_method is
    'Methods whose mean the forecast is; null without a forecast.';
comment on column dw.fact_scorecard.forecast_months_used is
    'How many months it was fitted to; null without a forecast.';
comment on column dw.fact_scorecard.is_forecast_indicative is
    'Whether it was fitted to fewer than six months; null without a forecast.';
--rollback drop table dw.fact_scorecard;

--changeset monthend:fact_scorecard-holds-its-keys
call dw.hold_key('dw.fact_scorecard', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard', 'month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_scorecard', 'latest_measure_value_id', 'dw.fact_measure_value', 'measure_value_id');
--rollback empty

--changeset monthend:fact_scorecard-is-frozen
call dw.make_frozen('dw.fact_scorecard');
--rollback empty
