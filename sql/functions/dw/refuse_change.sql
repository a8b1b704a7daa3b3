--liquibase formatted sql

--changeset monthend:refuse_change runOnChange:true splitStatements:false stripComments:false
create or replace function dw.refuse_change() returns trigger
language plpgsql as $$
begin
    raise restrict_violation using
        message = format('%s.%s refuses %s', tg_table_schema, tg_table_name, lower(tg_op)),
        hint = 'What was recorded stays; insert a new revision, version or edition instead.';
end $$;

comment on function dw.refuse_change() is
    'Trigger: refuses the statement, whoever gives it.';

create or replace procedure dw.make_append_only(guarded regclass)
language plpgsql as $$
begin
    execute format('create or replace trigger is_append_only before update or delete on %s
        for each statement execute function dw.refuse_change()', guarded);
    execute format('create or replace trigger is_never_emptied before truncate on %s
        for each statement execute function dw.refuse_change()', guarded);
end $$;

comment on procedure dw.make_append_only(regclass) is
    'Rows are added to the table and never changed or removed, by nobody.';

create or replace procedure dw.make_permanent(guarded regclass)
language plpgsql as $$
begin
    execute format('create or replace trigger is_permanent before delete on %s
        for each statement execute function dw.refuse_change()', guarded);
    execute format('create or replace trigger is_never_emptied before truncate on %s
        for each statement execute function dw.refuse_change()', guarded);
end $$;

comment on procedure dw.make_permanent(regclass) is
    'Rows of the table are never removed, because facts name them.';
--rollback drop procedure dw.make_permanent(regclass);
--rollback drop procedure dw.make_append_only(regclass);
--rollback drop function dw.refuse_change();
