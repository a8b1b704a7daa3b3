--liquibase formatted sql

--changeset monthend:fact_scorecard_segment-created
create table dw.fact_scorecard_segment (
    edition_key         int not null,
    organisation_key    int not null,
    organisation_id     int not null,
    measure_key         int not null,
    measure_id          int not null,
    segment_no          int not null,
    start_month_key     int not null,
    figure_count        int not null,
    limit_figure_count  int not null,
    range_count         int not null,
    ranges_left_out     int not null,
    level_mean          double precision not null,
    mean_range          double precision not null,
    lower_limit         double precision not null,
    upper_limit         double precision not null,
    is_trial            boolean not null,
    constraint one_segment_per_edition_organisation_measure_and_number
        primary key (edition_key, organisation_id, measure_id, segment_no),
    constraint segment_no_is_not_negative
        check (segment_no >= 0),
    constraint limit_figure_count_lies_within_the_segment
        check (limit_figure_count between 1 and figure_count),
    constraint ranges_left_out_are_among_the_ranges
        check (ranges_left_out between 0 and range_count),
    constraint the_mean_lies_between_the_limits
        check (lower_limit <= level_mean and level_mean <= upper_limit),
    constraint limits_of_fewer_than_12_figures_are_for_trial
        check (is_trial = (limit_figure_count < 12))
);

comment on table dw.fact_scorecard_segment is
    'GRAIN: one segment of the control chart of one measure and organisation in one edition of the scorecard, from one rebase to the next: its limits and what they rest on. Frozen once the edition is published. In the unit of the measure.';
comment on column dw.fact_scorecard_segment.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_segment.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_segment.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_segment.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_segment.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_segment.segment_no is
    'Number of the segment, from 0 for the oldest.';
comment on column dw.fact_scorecard_segment.start_month_key is
    'Month from which it holds (201504); its first figure may come later.';
comment on column dw.fact_scorecard_segment.figure_count is
    'How many months of it have a figure.';
comment on column dw.fact_scorecard_segment.limit_figure_count is
    'How many of them the limits rest on.';
comment on column dw.fact_scorecard_segment.range_count is
    'How many moving ranges there were.';
comment on column dw.fact_scorecard_segment.ranges_left_out is
    'How many of these were too large and screened out.';
comment on column dw.fact_scorecard_segment.level_mean is
    'Mean of the figures that the limits rest on.';
comment on column dw.fact_scorecard_segment.mean_range is
    'Mean of the moving ranges that were kept.';
comment on column dw.fact_scorecard_segment.lower_limit is
    'Lower process limit: mean less 2.66 mean ranges.';
comment on column dw.fact_scorecard_segment.upper_limit is
    'Upper process limit.';
comment on column dw.fact_scorecard_segment.is_trial is
    'Whether the limits rest on fewer than 12 figures, and are for trial only.';
--rollback drop table dw.fact_scorecard_segment;

--changeset monthend:fact_scorecard_segment-holds-its-keys
call dw.hold_key('dw.fact_scorecard_segment', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_segment', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_segment', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_segment', 'start_month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_scorecard_segment-is-frozen
call dw.make_frozen('dw.fact_scorecard_segment');
--rollback empty
