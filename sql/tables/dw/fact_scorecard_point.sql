--liquibase formatted sql

--changeset monthend:fact_scorecard_point-created
create table dw.fact_scorecard_point (
    edition_key       int not null,
    organisation_key  int not null,
    organisation_id   int not null,
    measure_key       int not null,
    measure_id        int not null,
    month_key         int not null,
    segment_no        int not null,
    charted_value     double precision not null,
    side_of_mean      int not null,
    is_near_limit     boolean not null,
    is_outside_limit  boolean not null,
    special_cause     text not null,
    variation         text not null,
    constraint one_point_per_edition_organisation_measure_and_month
        primary key (edition_key, organisation_id, measure_id, month_key),
    constraint side_of_mean_is_known
        check (side_of_mean in (-1, 0, 1)),
    constraint near_a_limit_is_not_outside
        check (not (is_near_limit and is_outside_limit)),
    constraint special_cause_is_known
        check (special_cause in ('Common Cause', 'Above UCL', 'Below LCL', '7 Point Trend (Increasing)', '7 Point Trend (Decreasing)', '2 in 3 Above CL', '2 in 3 Below CL', '7 Points Above CL', '7 Points Below CL')),
    constraint variation_is_known
        check (variation in ('common_cause', 'special_cause_improvement', 'special_cause_concern', 'special_cause_neutral_high', 'special_cause_neutral_low')),
    constraint what_no_rule_speaks_of_is_common_cause
        check ((special_cause = 'Common Cause') = (variation = 'common_cause'))
);

comment on table dw.fact_scorecard_point is
    'GRAIN: one month with a figure on the control chart of one measure and organisation in one edition of the scorecard, and which rule speaks of it. Frozen once the edition is published.';
comment on column dw.fact_scorecard_point.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_point.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_point.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_point.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_point.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_point.month_key is
    'Month of the series (201512).';
comment on column dw.fact_scorecard_point.segment_no is
    'Segment that it is judged by.';
comment on column dw.fact_scorecard_point.charted_value is
    'Figure used, unrounded, in the unit of the measure.';
comment on column dw.fact_scorecard_point.side_of_mean is
    '1 above the mean of its segment, -1 below it, 0 on it.';
comment on column dw.fact_scorecard_point.is_near_limit is
    'Whether it lies beyond two thirds of the way to a limit, and not outside.';
comment on column dw.fact_scorecard_point.is_outside_limit is
    'Whether it lies beyond a limit.';
comment on column dw.fact_scorecard_point.special_cause is
    'The first rule that speaks of it, in the words of NHSRplotthedots; Common Cause when none does.';
comment on column dw.fact_scorecard_point.variation is
    'What it means for the measure: common_cause, special_cause_improvement, special_cause_concern, special_cause_neutral_high, special_cause_neutral_low.';
--rollback drop table dw.fact_scorecard_point;

--changeset monthend:fact_scorecard_point-holds-its-keys
call dw.hold_key('dw.fact_scorecard_point', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_point', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_point', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_point', 'month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_scorecard_point-is-frozen
call dw.make_frozen('dw.fact_scorecard_point');
--rollback empty
