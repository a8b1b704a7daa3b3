--liquibase formatted sql

--changeset monthend:batch_job_execution_context-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_job_execution_context (
    job_execution_id    bigint not null,
    short_context       varchar(2500) not null,
    serialized_context  text,
    constraint one_context_per_job_execution
        primary key (job_execution_id),
    constraint job_exec_ctx_fk
        foreign key (job_execution_id) references batch.batch_job_execution (job_execution_id)
);

comment on table batch.batch_job_execution_context is
    'What a job execution remembers for a restart.';
comment on column batch.batch_job_execution_context.job_execution_id is
    'Job execution.';
comment on column batch.batch_job_execution_context.short_context is
    'Beginning of the context.';
comment on column batch.batch_job_execution_context.serialized_context is
    'The whole context, when it is longer.';
--rollback drop table batch.batch_job_execution_context;
