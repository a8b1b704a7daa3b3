--liquibase formatted sql

--changeset monthend:batch_step_execution-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_step_execution (
    step_execution_id   bigint not null,
    version             bigint not null,
    step_name           varchar(100) not null,
    job_execution_id    bigint not null,
    create_time         timestamp not null,
    start_time          timestamp default null,
    end_time            timestamp default null,
    status              varchar(10),
    commit_count        bigint,
    read_count          bigint,
    filter_count        bigint,
    write_count         bigint,
    read_skip_count     bigint,
    write_skip_count    bigint,
    process_skip_count  bigint,
    rollback_count      bigint,
    exit_code           varchar(2500),
    exit_message        varchar(2500),
    last_updated        timestamp,
    constraint one_step_execution_per_number
        primary key (step_execution_id),
    constraint job_exec_step_fk
        foreign key (job_execution_id) references batch.batch_job_execution (job_execution_id)
);
create index batch_step_execution_by_job on batch.batch_step_execution (job_execution_id);
create sequence batch.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;

comment on table batch.batch_step_execution is
    'One row for each attempt to run a step.';
comment on column batch.batch_step_execution.step_execution_id is
    'Number of the execution.';
comment on column batch.batch_step_execution.version is
    'Counter for optimistic locking.';
comment on column batch.batch_step_execution.step_name is
    'Name of the step.';
comment on column batch.batch_step_execution.job_execution_id is
    'Job execution.';
comment on column batch.batch_step_execution.create_time is
    'When it was created.';
comment on column batch.batch_step_execution.start_time is
    'When it started.';
comment on column batch.batch_step_execution.end_time is
    'When it ended; null while it runs, or when it was killed.';
comment on column batch.batch_step_execution.status is
    'Status as Spring Batch keeps it.';
comment on column batch.batch_step_execution.commit_count is
    'Commits as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.read_count is
    'Items read as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.filter_count is
    'Items passed over as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.write_count is
    'Items written as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.read_skip_count is
    'Items skipped when read as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.write_skip_count is
    'Items skipped when written as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.process_skip_count is
    'Items skipped when processed as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.rollback_count is
    'Rollbacks as Spring Batch counts; a count outlives a rollback, so nothing is reconciled from it.';
comment on column batch.batch_step_execution.exit_code is
    'Exit code as Spring Batch keeps it.';
comment on column batch.batch_step_execution.exit_message is
    'What went wrong.';
comment on column batch.batch_step_execution.last_updated is
    'When the row was last written.';
comment on sequence batch.batch_step_execution_seq is
    'Numbers for batch.batch_step_execution.';
--rollback drop sequence batch.batch_step_execution_seq;
--rollback drop table batch.batch_step_execution;
