--liquibase formatted sql

--changeset monthend:make_frozen runOnChange:true splitStatements:false stripComments:false
create or replace function dw.hold_drafts_alone() returns trigger
language plpgsql as $$
declare
    issued record;
    rows_of text := case when tg_op = 'INSERT' then 'new_rows' else 'old_rows' end;
begin
    -- The lock makes a publication wait for us, or us for it: no row slips into an edition while it is being issued.
    for issued in execute format(
        'select e.edition_key, e.edition_status from dw.dim_scorecard_edition e
         where e.edition_key in (select edition_key from %s) order by e.edition_key for share', rows_of)
    loop
        if issued.edition_status <> 'draft' then
            raise restrict_violation using
                message = format('%s.%s refuses %s: edition %s is %s',
                    tg_table_schema, tg_table_name, lower(tg_op), issued.edition_key, issued.edition_status),
                hint = 'An issued edition never changes; issue the next one.';
        end if;
    end loop;
    return null;
end $$;

comment on function dw.hold_drafts_alone() is
    'Trigger: refuses to add rows to, or remove them from, any edition that is no draft.';

create or replace procedure dw.make_frozen(guarded regclass)
language plpgsql as $$
begin
    execute format('create or replace trigger is_frozen_against_more after insert on %s
        referencing new table as new_rows for each statement execute function dw.hold_drafts_alone()', guarded);
    execute format('create or replace trigger is_frozen_against_less after delete on %s
        referencing old table as old_rows for each statement execute function dw.hold_drafts_alone()', guarded);
    execute format('create or replace trigger is_replaced_not_changed before update on %s
        for each statement execute function dw.refuse_change()', guarded);
    execute format('create or replace trigger is_never_emptied before truncate on %s
        for each statement execute function dw.refuse_change()', guarded);
end $$;

comment on procedure dw.make_frozen(regclass) is
    'Rows of a draft edition are inserted and deleted; those of an issued one stay as they are.';
--rollback drop procedure dw.make_frozen(regclass);
--rollback drop function dw.hold_drafts_alone();
