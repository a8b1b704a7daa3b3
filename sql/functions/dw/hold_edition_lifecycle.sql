--liquibase formatted sql

--changeset monthend:hold_edition_lifecycle runOnChange:true splitStatements:false stripComments:false
create or replace function dw.hold_edition_lifecycle() returns trigger
language plpgsql as $$
declare
    frozen regclass;
    has_rows boolean;
begin
    if tg_op = 'DELETE' then
        -- The draft of a next edition goes when it has come to say what the published edition says already.
        if old.edition_status <> 'draft' or old.edition_no = 1 then
            raise restrict_violation using
                message = format('edition %s stays', old.edition_key),
                hint = 'Replace the rows of a draft, or issue the next edition.';
        end if;
        for frozen in
            select tgrelid::regclass from pg_trigger where tgname = 'is_frozen_against_more'
        loop
            execute format('select exists (select from %s where edition_key = $1)', frozen)
            into has_rows using old.edition_key;
            if has_rows then
                raise restrict_violation using
                    message = format('edition %s stays while it has rows in %s', old.edition_key, frozen),
                    hint = 'Delete the rows of the draft first.';
            end if;
        end loop;
        return old;
    end if;
    if tg_op = 'INSERT' then
        if new.edition_status <> 'draft' then
            raise restrict_violation using
                message = 'an edition starts as a draft',
                hint = 'Insert the draft and its rows, then publish it.';
        end if;
        return new;
    end if;
    if (new.edition_key, new.month_key, new.organisation_id, new.edition_no)
        is distinct from (old.edition_key, old.month_key, old.organisation_id, old.edition_no) then
        raise restrict_violation using message = format('edition %s stays the one it is', old.edition_key);
    end if;
    if old.edition_status = 'draft' and new.edition_status in ('draft', 'published') then
        return new;
    end if;
    if old.edition_status = 'published' and new.edition_status = 'superseded'
        and (to_jsonb(new) - 'edition_status') = (to_jsonb(old) - 'edition_status') then
        return new;
    end if;
    raise restrict_violation using
        message = format('edition %s is %s and cannot become %s, nor change otherwise',
            old.edition_key, old.edition_status, new.edition_status),
        hint = 'An issued edition never changes; issue the next one.';
end $$;

comment on function dw.hold_edition_lifecycle() is
    'Trigger: an edition goes from draft to published to superseded, never back, and never changes once issued. A draft may go, but for the first of a month.';
--rollback drop function dw.hold_edition_lifecycle();
