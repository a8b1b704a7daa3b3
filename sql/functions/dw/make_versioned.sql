--liquibase formatted sql

--changeset monthend:make_versioned runOnChange:true splitStatements:false stripComments:false
create or replace function dw.hold_version() returns trigger
language plpgsql as $$
begin
    if (to_jsonb(new) - 'valid_to' - 'is_current') is distinct from (to_jsonb(old) - 'valid_to' - 'is_current') then
        raise restrict_violation using
            message = format('%s.%s refuses to change what a version says', tg_table_schema, tg_table_name),
            hint = 'End this version (valid_to, is_current) and insert the next one.';
    end if;
    return new;
end $$;

comment on function dw.hold_version() is
    'Trigger: lets a version of a dimension end, and refuses any other change of it.';

create or replace procedure dw.make_versioned(guarded regclass)
language plpgsql as $$
begin
    execute format('create or replace trigger says_the_same_for_ever before update on %s
        for each row execute function dw.hold_version()', guarded);
    call dw.make_permanent(guarded);
end $$;

comment on procedure dw.make_versioned(regclass) is
    'Versions in the table may end; they are never changed otherwise, and never removed.';
--rollback drop procedure dw.make_versioned(regclass);
--rollback drop function dw.hold_version();
