--liquibase formatted sql

--changeset monthend:measure_rollup_state-created
create type mart.measure_rollup_state as (
    grain_guard text,
    aggregation text,
    unit_multiplier numeric,
    last_month_index int,
    numerator_sum numeric,
    denominator_sum numeric,
    figure_sum numeric,
    figures int,
    month_indexes int[],
    is_part_missing boolean,
    is_mixed boolean
);
comment on type mart.measure_rollup_state is
    'What mart.measure_rollup has added up so far.';
--rollback drop type mart.measure_rollup_state;

--changeset monthend:measure_rollup runOnChange:true splitStatements:false stripComments:false
create or replace function mart.measure_rollup_step(
    state mart.measure_rollup_state,
    grain_guard text,
    aggregation text,
    unit_multiplier numeric,
    month_index int,
    numerator numeric,
    denominator numeric,
    figure numeric
) returns mart.measure_rollup_state
language plpgsql immutable parallel safe as $$
begin
    if figure is null then
        return state; -- nothing reported is nothing, not zero
    end if;
    if state.grain_guard is null then
        state := row(grain_guard, aggregation, unit_multiplier, month_index, 0, 0, 0, 0, '{}', false, false);
    elsif state.grain_guard <> grain_guard then
        state.is_mixed := true;
        return state;
    end if;
    if aggregation in ('stock', 'rolling_3m', 'stock_ratio') then
        if month_index < state.last_month_index then
            return state;
        end if;
        if month_index > state.last_month_index then
            state := row(grain_guard, aggregation, unit_multiplier, month_index, 0, 0, 0, 0, '{}', false, false);
        end if;
    end if;
    state.figures := state.figures + 1;
    state.figure_sum := state.figure_sum + figure;
    if aggregation = 'flow_mean' and not month_index = any (state.month_indexes) then
        state.month_indexes := state.month_indexes || month_index;
    end if;
    if numerator is null or denominator is null then
        state.is_part_missing := true;
    else
        state.numerator_sum := state.numerator_sum + numerator;
        state.denominator_sum := state.denominator_sum + denominator;
    end if;
    return state;
end $$;

comment on function mart.measure_rollup_step(mart.measure_rollup_state, text, text, numeric, int, numeric, numeric, numeric) is
    'Step of mart.measure_rollup.';

create or replace function mart.measure_rollup_end(state mart.measure_rollup_state) returns numeric
language sql immutable parallel safe as $$
    select case
        when state.grain_guard is null or state.is_mixed then null
        when state.aggregation in ('flow', 'stock', 'rolling_3m') then state.figure_sum
        when state.aggregation = 'flow_mean' then state.figure_sum / cardinality(state.month_indexes)
        when state.figures = 1 then state.figure_sum
        when state.aggregation in ('ratio', 'stock_ratio')
            and not state.is_part_missing and state.denominator_sum <> 0
            then state.unit_multiplier * state.numerator_sum / state.denominator_sum
    end
$$;

comment on function mart.measure_rollup_end(mart.measure_rollup_state) is
    'End of mart.measure_rollup.';

create or replace aggregate mart.measure_rollup(text, text, numeric, int, numeric, numeric, numeric) (
    sfunc = mart.measure_rollup_step,
    stype = mart.measure_rollup_state,
    finalfunc = mart.measure_rollup_end
);

comment on aggregate mart.measure_rollup(text, text, numeric, int, numeric, numeric, numeric) is
    'measure_rollup(grain_guard, aggregation, unit_multiplier, month_index, numerator, denominator, figure): the one figure of many rows that is right for the kind of measure. Sum for flows, mean month for flow_mean, last month for stocks and rolling measures, sum over sum for ratios, last month of that for stock ratios. Null where no answer is right: ranks, ratios without numerator and denominator, two measures or two levels of organisation together.';
--rollback drop aggregate mart.measure_rollup(text, text, numeric, int, numeric, numeric, numeric);
--rollback drop function mart.measure_rollup_end(mart.measure_rollup_state);
--rollback drop function mart.measure_rollup_step(mart.measure_rollup_state, text, text, numeric, int, numeric, numeric, numeric);
