--liquibase formatted sql

--changeset monthend:fact_scorecard_finance_accuracy-created
create table dw.fact_scorecard_finance_accuracy (
    edition_key          int not null,
    finance_line_key     int not null,
    finance_line_id      int not null,
    months_known         int not null,
    outturn_count        int not null,
    mean_absolute_error  double precision,
    outturn_bias         double precision,
    covered_80           double precision,
    chance_count         int not null,
    brier_score          double precision,
    expected_count       int not null,
    expected_error       double precision,
    expected_bias        double precision,
    constraint one_finance_accuracy_per_edition_line_and_months_known
        primary key (edition_key, finance_line_id, months_known),
    constraint outturns_are_told_before_the_year_is_known
        check (months_known between 0 and 11),
    constraint a_mean_is_there_where_something_was_compared
        check (
            num_nulls(mean_absolute_error, outturn_bias, covered_80) = case when outturn_count > 0 then 0 else 3 end
            and (brier_score is null) = (chance_count = 0)
            and num_nulls(expected_error, expected_bias) = case when expected_count > 0 then 0 else 2 end
        )
);

comment on table dw.fact_scorecard_finance_accuracy is
    'GRAIN: how good the outturns of one finance line were that earlier scorecards told with so many months known, of years that have ended, as one edition says it. Frozen once the edition is published. What is known now is in mart.finance_outturn_accuracy.';
comment on column dw.fact_scorecard_finance_accuracy.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_finance_accuracy.finance_line_key is
    'Finance line, in the version that the edition shows.';
comment on column dw.fact_scorecard_finance_accuracy.finance_line_id is
    'The same line through all its versions.';
comment on column dw.fact_scorecard_finance_accuracy.months_known is
    'How many months of their year were known when the outturns were told.';
comment on column dw.fact_scorecard_finance_accuracy.outturn_count is
    'How many of the scorecards'' own outturns have been compared with what came.';
comment on column dw.fact_scorecard_finance_accuracy.mean_absolute_error is
    'By how much they missed on average, in pounds; null with none.';
comment on column dw.fact_scorecard_finance_accuracy.outturn_bias is
    'Mean of outturn told less outturn that came, in pounds: above 0 when they were too high; null with none.';
comment on column dw.fact_scorecard_finance_accuracy.covered_80 is
    'Share of what came that lay within the 80% range, 0 to 1; null with none.';
comment on column dw.fact_scorecard_finance_accuracy.chance_count is
    'How many of them had a chance of overspend.';
comment on column dw.fact_scorecard_finance_accuracy.brier_score is
    'Mean squared difference of that chance from what came, 1 for an overspend and 0 for none; null with none.';
comment on column dw.fact_scorecard_finance_accuracy.expected_count is
    'How many outturns of the finance team''s own have been compared.';
comment on column dw.fact_scorecard_finance_accuracy.expected_error is
    'By how much those missed on average, in pounds; null with none.';
comment on column dw.fact_scorecard_finance_accuracy.expected_bias is
    'Mean of theirs less what came, in pounds; null with none.';
--rollback drop table dw.fact_scorecard_finance_accuracy;

--changeset monthend:fact_scorecard_finance_accuracy-holds-its-keys
call dw.hold_key('dw.fact_scorecard_finance_accuracy', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_finance_accuracy', 'finance_line_key', 'dw.dim_finance_line', 'finance_line_key');
--rollback empty

--changeset monthend:fact_scorecard_finance_accuracy-is-frozen
call dw.make_frozen('dw.fact_scorecard_finance_accuracy');
--rollback empty
