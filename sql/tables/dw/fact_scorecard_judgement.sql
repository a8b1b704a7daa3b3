--liquibase formatted sql

--changeset monthend:fact_scorecard_judgement-created
create table dw.fact_scorecard_judgement (
    edition_key              int not null,
    organisation_key         int not null,
    organisation_id          int not null,
    measure_key              int not null,
    measure_id               int not null,
    chart_from_month_key     int not null,
    variation                text,
    assurance                text,
    chart_reason             text not null,
    proposed_month_key       int,
    proposed_mean_before     double precision,
    proposed_mean_after      double precision,
    proposed_sigma           double precision,
    proposed_figures_before  int,
    proposed_figures_after   int,
    proposed_run_length      int,
    proposed_evidence        text,
    scored_forecasts         int,
    mean_absolute_error      double precision,
    forecast_bias            double precision,
    mean_scaled_error        double precision,
    covered_80               double precision,
    covered_95               double precision,
    judgement_text           text not null,
    constraint one_judgement_per_edition_organisation_and_measure
        primary key (edition_key, organisation_id, measure_id),
    constraint variation_is_known
        check (variation in ('common_cause', 'special_cause_improvement', 'special_cause_concern', 'special_cause_neutral_high', 'special_cause_neutral_low')),
    constraint assurance_is_known
        check (assurance in ('consistent_pass', 'inconsistent', 'consistent_fail')),
    constraint without_a_chart_nothing_is_told
        check (chart_reason = '' or (variation is null and assurance is null)),
    constraint a_proposal_has_its_evidence
        check (num_nulls(proposed_month_key, proposed_mean_before, proposed_mean_after, proposed_sigma, proposed_figures_before, proposed_figures_after, proposed_run_length, proposed_evidence) in (0, 8)),
    constraint accuracy_is_told_whole
        check (num_nulls(scored_forecasts, mean_absolute_error, forecast_bias, covered_80, covered_95) in (0, 5)),
    constraint forecasts_are_scored_from_one_on
        check (scored_forecasts >= 1),
    constraint covered_share_lies_between_0_and_1
        check (covered_80 between 0 and 1 and covered_95 between 0 and 1)
);

comment on table dw.fact_scorecard_judgement is
    'GRAIN: what one edition of the scorecard says of one measure and organisation beyond its figures: variation and assurance, a rebase that is proposed, past accuracy, and all in a sentence. Frozen once the edition is published. Editions of method 1 have none. Figures in the unit of the measure.';
comment on column dw.fact_scorecard_judgement.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_judgement.organisation_key is
    'Organisation, in the version that the edition is about.';
comment on column dw.fact_scorecard_judgement.organisation_id is
    'The same organisation through all its versions.';
comment on column dw.fact_scorecard_judgement.measure_key is
    'Measure, as it was defined then.';
comment on column dw.fact_scorecard_judgement.measure_id is
    'The same measure through all its versions.';
comment on column dw.fact_scorecard_judgement.chart_from_month_key is
    'First month of the series that was judged (201004).';
comment on column dw.fact_scorecard_judgement.variation is
    'What the last month means: common_cause, special_cause_improvement, special_cause_concern, special_cause_neutral_high, special_cause_neutral_low; null without a figure in it or a chart.';
comment on column dw.fact_scorecard_judgement.assurance is
    'Whether a process that goes on as it is meets the target: consistent_pass, inconsistent, consistent_fail; null without a target, a better side to be on, or a chart.';
comment on column dw.fact_scorecard_judgement.chart_reason is
    'Why there is no control chart; empty when there is one.';
comment on column dw.fact_scorecard_judgement.proposed_month_key is
    'Month from which the limits ought to start afresh, as the system proposes; null without a proposal, like all that follows about it.';
comment on column dw.fact_scorecard_judgement.proposed_mean_before is
    'Mean before that month.';
comment on column dw.fact_scorecard_judgement.proposed_mean_after is
    'Mean from that month on.';
comment on column dw.fact_scorecard_judgement.proposed_sigma is
    'Standard deviation of the figures around the two.';
comment on column dw.fact_scorecard_judgement.proposed_figures_before is
    'How many figures the first mean is of.';
comment on column dw.fact_scorecard_judgement.proposed_figures_after is
    'How many the second one is of.';
comment on column dw.fact_scorecard_judgement.proposed_run_length is
    'How many of the latest figures lie on the new side of the earlier median, without an exception.';
comment on column dw.fact_scorecard_judgement.proposed_evidence is
    'The evidence in words.';
comment on column dw.fact_scorecard_judgement.scored_forecasts is
    'How many forecasts of earlier scorecards have been compared with what came; null when none could be, like all that follows about them.';
comment on column dw.fact_scorecard_judgement.mean_absolute_error is
    'By how much they missed, on average.';
comment on column dw.fact_scorecard_judgement.forecast_bias is
    'Mean of forecast less actual; above 0 when they were too high.';
comment on column dw.fact_scorecard_judgement.mean_scaled_error is
    'Mean error over that of saying "as the month before"; below 1 is better; null where that cannot be told.';
comment on column dw.fact_scorecard_judgement.covered_80 is
    'Share of actual figures inside the 80% interval, 0 to 1.';
comment on column dw.fact_scorecard_judgement.covered_95 is
    'Share of actual figures inside the 95% interval, 0 to 1.';
comment on column dw.fact_scorecard_judgement.judgement_text is
    'The judgement in a sentence; empty when nothing can be said.';
--rollback drop table dw.fact_scorecard_judgement;

--changeset monthend:fact_scorecard_judgement-holds-its-keys
call dw.hold_key('dw.fact_scorecard_judgement', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_judgement', 'organisation_key', 'dw.dim_organisation', 'organisation_key');
call dw.hold_key('dw.fact_scorecard_judgement', 'measure_key', 'dw.dim_measure', 'measure_key');
call dw.hold_key('dw.fact_scorecard_judgement', 'chart_from_month_key', 'dw.dim_month', 'month_key');
call dw.hold_key('dw.fact_scorecard_judgement', 'proposed_month_key', 'dw.dim_month', 'month_key');
--rollback empty

--changeset monthend:fact_scorecard_judgement-is-frozen
call dw.make_frozen('dw.fact_scorecard_judgement');
--rollback empty
