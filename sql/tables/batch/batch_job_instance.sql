--liquibase formatted sql

--changeset monthend:batch_job_instance-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_job_instance (
    job_instance_id  bigint not null,
    version          bigint,
    job_name         varchar(100) not null,
    job_key          varchar(32) not null,
    constraint one_job_instance_per_number
        primary key (job_instance_id),
    constraint job_inst_un
        unique (job_name, job_key)
);
create sequence batch.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;

comment on table batch.batch_job_instance is
    'One row for each job with one set of identifying parameters.';
comment on column batch.batch_job_instance.job_instance_id is
    'Number of the instance.';
comment on column batch.batch_job_instance.version is
    'Counter for optimistic locking.';
comment on column batch.batch_job_instance.job_name is
    'Name of the job.';
comment on column batch.batch_job_instance.job_key is
    'Digest of the identifying parameters.';
comment on sequence batch.batch_job_instance_seq is
    'Numbers for batch.batch_job_instance.';
--rollback drop sequence batch.batch_job_instance_seq;
--rollback drop table batch.batch_job_instance;
