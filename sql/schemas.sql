--liquibase formatted sql

--changeset monthend:roles-created splitStatements:false
--comment: Roles belong to the whole server, so another database of it may have made them already, even at this moment.
do $$
declare
    role_name name;
begin
    foreach role_name in array array['monthend_app', 'mart_owner', 'bi_reader'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            begin
                execute format('create role %I nologin', role_name);
            exception
                when duplicate_object or unique_violation then null;
            end;
        end if;
        -- A superuser is a member of all; one who may merely create roles must say so (before 16, to be one at all).
        if role_name <> 'bi_reader' and not pg_has_role(current_user, role_name, 'usage') then
            execute format('grant %I to current_user', role_name);
        end if;
    end loop;
end $$;
--rollback empty

--changeset monthend:schemas-created
create schema if not exists etl;
create schema dw;
create schema mart;
create schema batch;

comment on schema etl is
    'Control: what was due, what came, how it was judged, and rows on their way. Written by the application.';
comment on schema dw is
    'The star: dimensions and append-only facts. Written by the application, read through mart.';
comment on schema mart is
    'What BI tools read. Columns are only added; a breaking change is a new schema beside this one.';
comment on schema batch is
    'The job repository of Spring Batch. Its history may be cleared without loss of any figure.';

-- The views of mart belong to a role that may read the star and nothing else, so their readers need no right on it.
grant usage on schema etl, dw to mart_owner;
grant usage, create on schema mart to mart_owner;
--rollback drop schema batch;
--rollback drop schema mart;
--rollback drop schema dw;
