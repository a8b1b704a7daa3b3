--liquibase formatted sql

--changeset monthend:measure_value_as_at runOnChange:true splitStatements:false
create or replace function mart.measure_value_as_at(as_at timestamptz) returns setof mart.measure_history
language sql stable as $$
    select *
    from mart.measure_history
    where recorded_at <= as_at and replaced_at > as_at
$$;

comment on function mart.measure_value_as_at(timestamptz) is
    'measure_value_as_at(as_at): every measure, organisation and month as it counted at that time.';
--rollback drop function mart.measure_value_as_at(timestamptz);
