--liquibase formatted sql

--changeset monthend:batch_job_execution-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_job_execution (
    job_execution_id  bigint not null,
    version           bigint,
    job_instance_id   bigint not null,
    create_time       timestamp not null,
    start_time        timestamp default null,
    end_time          timestamp default null,
    status            varchar(10),
    exit_code         varchar(2500),
    exit_message      varchar(2500),
    last_updated      timestamp,
    constraint one_job_execution_per_number
        primary key (job_execution_id),
    constraint job_inst_exec_fk
        foreign key (job_instance_id) references batch.batch_job_instance (job_instance_id)
);
create index batch_job_execution_by_instance on batch.batch_job_execution (job_instance_id);
create sequence batch.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;

comment on table batch.batch_job_execution is
    'One row for each attempt to run a job instance.';
comment on column batch.batch_job_execution.job_execution_id is
    'Number of the execution.';
comment on column batch.batch_job_execution.version is
    'Counter for optimistic locking.';
comment on column batch.batch_job_execution.job_instance_id is
    'Job instance.';
comment on column batch.batch_job_execution.create_time is
    'When it was created.';
comment on column batch.batch_job_execution.start_time is
    'When it started.';
comment on column batch.batch_job_execution.end_time is
    'When it ended; null while it runs, or when it was killed.';
comment on column batch.batch_job_execution.status is
    'Status as Spring Batch keeps it.';
comment on column batch.batch_job_execution.exit_code is
    'Exit code as Spring Batch keeps it.';
comment on column batch.batch_job_execution.exit_message is
    'What went wrong.';
comment on column batch.batch_job_execution.last_updated is
    'When the row was last written.';
comment on sequence batch.batch_job_execution_seq is
    'Numbers for batch.batch_job_execution.';
--rollback drop sequence batch.batch_job_execution_seq;
--rollback drop table batch.batch_job_execution;
