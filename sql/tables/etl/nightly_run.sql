--liquibase formatted sql

--changeset monthend:nightly_run-created
create table etl.nightly_run (
    scheduled_at           timestamptz not null,
    night_state            text not null,
    instance_name          text not null,
    attempt_count          int not null default 0,
    failure_count          int not null default 0,
    started_at             timestamptz,
    ended_at               timestamptz,
    next_attempt_at        timestamptz,
    failure_text           text not null default '',
    check_violation_count  int,
    load_run_id            bigint,
    covered_by             timestamptz,
    constraint one_run_per_night
        primary key (scheduled_at),
    constraint night_state_is_known
        check (night_state in ('running', 'waiting', 'succeeded', 'failed', 'covered')),
    constraint a_night_that_waits_knows_until_when
        check ((night_state = 'waiting') = (next_attempt_at is not null)),
    constraint a_night_that_failed_says_why
        check (night_state not in ('waiting', 'failed') or failure_text <> ''),
    constraint a_covered_night_names_the_one_that_covers_it
        check ((night_state = 'covered') = (covered_by is not null)),
    constraint a_night_that_has_ended_says_when
        check (night_state not in ('succeeded', 'failed') or ended_at is not null),
    constraint covering_night_is_known
        foreign key (covered_by) references etl.nightly_run,
    constraint load_run_is_known
        foreign key (load_run_id) references etl.load_run
);
create index nightly_run_by_covering_night on etl.nightly_run (covered_by);
create index nightly_run_by_load_run on etl.nightly_run (load_run_id);

comment on table etl.nightly_run is
    'GRAIN: one night, that is one time at which the month end is due by the schedule of ./monthend serve. Its key makes a night run once on however many instances.';
comment on column etl.nightly_run.scheduled_at is
    'When it is due.';
comment on column etl.nightly_run.night_state is
    'running (and its instance lives as long as it holds the advisory lock), waiting (for another attempt), succeeded, failed (no further attempt), covered (missed, and made up for by a later night).';
comment on column etl.nightly_run.instance_name is
    'Instance that made the last attempt: host and process.';
comment on column etl.nightly_run.attempt_count is
    'How often it was begun.';
comment on column etl.nightly_run.failure_count is
    'How many attempts failed or could not begin since the schedule or a person last started it.';
comment on column etl.nightly_run.started_at is
    'When the last attempt began.';
comment on column etl.nightly_run.ended_at is
    'When the last attempt ended; null while it runs, or when its instance died.';
comment on column etl.nightly_run.next_attempt_at is
    'When it is tried again; null unless it waits.';
comment on column etl.nightly_run.failure_text is
    'Why the last attempt failed, in a sentence; empty when it did not.';
comment on column etl.nightly_run.check_violation_count is
    'Rows that the integrity checks found after the load and that must not be; null when they were not run.';
comment on column etl.nightly_run.load_run_id is
    'Run of the month end that it made; null when there was nothing to load.';
comment on column etl.nightly_run.covered_by is
    'The later night that made up for this one, where this one was missed.';
--rollback drop table etl.nightly_run;

--changeset monthend:nightly_run-is-permanent
call dw.make_permanent('etl.nightly_run');
--rollback empty
