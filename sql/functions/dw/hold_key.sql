--liquibase formatted sql

--changeset monthend:hold_key runOnChange:true splitStatements:false stripComments:false
create or replace function dw.hold_keys() returns trigger
language plpgsql as $$
declare
    held record;
    stranger text;
begin
    for held in
        select
            key.conname as key_name,
            own_column.attname as own_column,
            key.confrelid::regclass::text as dimension,
            key_column.attname as key_column
        from pg_constraint as key
        join pg_attribute as own_column
            on own_column.attrelid = key.conrelid and own_column.attnum = key.conkey[1]
        join pg_attribute as key_column
            on key_column.attrelid = key.confrelid and key_column.attnum = key.confkey[1]
        where key.conrelid = tg_relid and key.contype = 'f' and not key.conenforced
    loop
        -- The least of them rather than any: looking for just any one, the planner probes an index row by row.
        execute format(
            'select min(fact.%1$I)::text from new_rows as fact
             where not exists (select from %2$s as dimension where dimension.%3$I = fact.%1$I)',
            held.own_column, held.dimension, held.key_column)
        into stranger;
        if stranger is not null then
            raise foreign_key_violation using
                message = format('%s %s of %s.%s is not in %s',
                    held.own_column, stranger, tg_table_schema, tg_table_name, held.dimension),
                schema = tg_table_schema,
                table = tg_table_name,
                column = held.own_column,
                constraint = held.key_name;
        end if;
    end loop;
    return null;
end $$;

comment on function dw.hold_keys() is
    'Trigger: refuses rows whose keys are unknown, all rows of a statement at once.';

create or replace procedure dw.hold_key(fact regclass, own_column text, dimension regclass, key_column text)
language plpgsql as $$
declare
    key_name text := regexp_replace(own_column, '_(key|id)$', '') || '_is_known';
    as_declared text := format('alter table %s add constraint %I foreign key (%I) references %s (%I)',
        fact, key_name, own_column, dimension, key_column);
begin
    -- PostgreSQL checks a key row by row, which makes a load of a million rows ten times as long. From 18 on a key can
    -- be declared without that, for BI tools to see, and be held for all rows of a statement at once. That is enough
    -- because nothing that a key names is ever removed, and no fact is ever changed.
    if current_setting('server_version_num')::int < 180000 then
        execute as_declared;
        return;
    end if;
    execute as_declared || ' not enforced';
    execute format('create or replace trigger holds_its_keys after insert on %s
        referencing new table as new_rows for each statement execute function dw.hold_keys()', fact);
end $$;

comment on procedure dw.hold_key(regclass, text, regclass, text) is
    'Declares a foreign key of a fact, and has it held.';
--rollback drop procedure dw.hold_key(regclass, text, regclass, text);
--rollback drop function dw.hold_keys();
