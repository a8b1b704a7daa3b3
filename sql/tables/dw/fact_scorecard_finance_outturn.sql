--liquibase formatted sql

--changeset monthend:fact_scorecard_finance_outturn-created
create table dw.fact_scorecard_finance_outturn (
    edition_key          int not null,
    finance_line_key     int not null,
    finance_line_id      int not null,
    fiscal_year_start    int not null,
    months_known         int not null,
    budget_gbp           numeric,
    committed_gbp        numeric,
    low_95               double precision,
    low_80               double precision,
    outturn_median       double precision,
    high_80              double precision,
    high_95              double precision,
    chance_of_overspend  double precision,
    chance_shown_pct     numeric(3),
    is_complete          boolean not null,
    reason_text          text not null,
    outlook_text         text not null,
    constraint one_finance_outturn_per_edition_and_line
        primary key (edition_key, finance_line_id),
    constraint a_year_has_twelve_months
        check (months_known between 0 and 12),
    constraint the_range_is_there_whole_or_a_reason_is
        check (
            num_nulls(low_95, low_80, outturn_median, high_80, high_95) = case when reason_text = '' then 0 else 5 end
        ),
    constraint the_range_is_in_order
        check (low_95 <= low_80 and low_80 <= outturn_median and outturn_median <= high_80 and high_80 <= high_95),
    constraint a_chance_lies_between_0_and_1
        check (chance_of_overspend between 0 and 1),
    constraint a_chance_is_shown_where_there_is_one
        check (num_nulls(chance_of_overspend, chance_shown_pct) in (0, 2))
);

comment on table dw.fact_scorecard_finance_outturn is
    'GRAIN: where one finance line will end the fiscal year of the scorecard''s month, in one edition. Frozen once the edition is published. Progress lines have no row. The finance team''s own outturn is in fact_scorecard_finance. Never add lines that are "of which" to money lines, nor ranges at all.';
comment on column dw.fact_scorecard_finance_outturn.edition_key is
    'Edition of the scorecard.';
comment on column dw.fact_scorecard_finance_outturn.finance_line_key is
    'Finance line, in the version that the edition shows.';
comment on column dw.fact_scorecard_finance_outturn.finance_line_id is
    'The same line through all its versions.';
comment on column dw.fact_scorecard_finance_outturn.fiscal_year_start is
    'Calendar year in which the fiscal year starts (2015 for 2015/16).';
comment on column dw.fact_scorecard_finance_outturn.months_known is
    'Of how many of its twelve months the spend is known.';
comment on column dw.fact_scorecard_finance_outturn.budget_gbp is
    'Budget of the year in pounds, as last stated in it; null when not stated.';
comment on column dw.fact_scorecard_finance_outturn.committed_gbp is
    'What the outturn counts as ordered for the rest of the year, in pounds; null where none was stated.';
comment on column dw.fact_scorecard_finance_outturn.low_95 is
    '2.5% of the outturns to be expected lie below, in pounds; null where there is no outturn, as are all of the range.';
comment on column dw.fact_scorecard_finance_outturn.low_80 is
    '10% lie below.';
comment on column dw.fact_scorecard_finance_outturn.outturn_median is
    'Half lie below.';
comment on column dw.fact_scorecard_finance_outturn.high_80 is
    '10% lie above.';
comment on column dw.fact_scorecard_finance_outturn.high_95 is
    '2.5% lie above.';
comment on column dw.fact_scorecard_finance_outturn.chance_of_overspend is
    'Chance that the outturn is more than the budget, 0 to 1; null without outturn or budget.';
comment on column dw.fact_scorecard_finance_outturn.chance_shown_pct is
    'The chance as it is shown: to the nearest 5%, and neither 0 nor 100 before the year is complete; null without one.';
comment on column dw.fact_scorecard_finance_outturn.is_complete is
    'Whether the whole year is known.';
comment on column dw.fact_scorecard_finance_outturn.reason_text is
    'Why there is no outturn; empty where there is one.';
comment on column dw.fact_scorecard_finance_outturn.outlook_text is
    'What a reader is told, in one sentence.';
--rollback drop table dw.fact_scorecard_finance_outturn;

--changeset monthend:fact_scorecard_finance_outturn-holds-its-keys
call dw.hold_key('dw.fact_scorecard_finance_outturn', 'edition_key', 'dw.dim_scorecard_edition', 'edition_key');
call dw.hold_key('dw.fact_scorecard_finance_outturn', 'finance_line_key', 'dw.dim_finance_line', 'finance_line_key');
--rollback empty

--changeset monthend:fact_scorecard_finance_outturn-is-frozen
call dw.make_frozen('dw.fact_scorecard_finance_outturn');
--rollback empty
