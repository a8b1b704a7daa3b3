--liquibase formatted sql

--changeset monthend:load_run-created
create table etl.load_run (
    load_run_id          bigint generated always as identity,
    month_key            int,
    requested_by         text not null,
    request_reason       text not null default '',
    application_version  text not null,
    job_execution_id     bigint,
    started_at           timestamptz not null default now(),
    ended_at             timestamptz,
    run_status           text not null default 'running',
    exit_status          int,
    constraint one_load_run_per_number
        primary key (load_run_id),
    constraint run_status_is_known
        check (run_status in ('running', 'succeeded', 'failed', 'stopped', 'abandoned')),
    constraint a_running_run_has_not_ended
        check (run_status <> 'running' or ended_at is null)
);

comment on table etl.load_run is
    'One row for each run of the month end, from the night, a steward or the command line.';
comment on column etl.load_run.load_run_id is
    'Number of the run.';
comment on column etl.load_run.month_key is
    'Month it was run for (201512); null when it was run for all.';
comment on column etl.load_run.requested_by is
    'Who or what asked for it.';
comment on column etl.load_run.request_reason is
    'Why, where a person said so.';
comment on column etl.load_run.application_version is
    'Version of Monthend that ran.';
comment on column etl.load_run.job_execution_id is
    'Execution in schema batch; no key, because batch history is cleared on its own terms.';
comment on column etl.load_run.started_at is
    'When it started.';
comment on column etl.load_run.ended_at is
    'When it ended; null while it runs, or when it was killed.';
comment on column etl.load_run.run_status is
    'running, succeeded, failed, stopped or abandoned (found dead by a later run).';
comment on column etl.load_run.exit_status is
    'Exit code of the command; null while it runs.';
--rollback drop table etl.load_run;

--changeset monthend:load_run-is-permanent
call dw.make_permanent('etl.load_run');
--rollback empty
