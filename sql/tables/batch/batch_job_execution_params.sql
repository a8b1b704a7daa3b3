--liquibase formatted sql

--changeset monthend:batch_job_execution_params-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_job_execution_params (
    job_execution_id  bigint not null,
    parameter_name    varchar(100) not null,
    parameter_type    varchar(100) not null,
    parameter_value   varchar(2500),
    identifying       char(1) not null,
    constraint one_parameter_per_job_execution_and_name
        primary key (job_execution_id, parameter_name),
    constraint job_exec_params_fk
        foreign key (job_execution_id) references batch.batch_job_execution (job_execution_id)
);

comment on table batch.batch_job_execution_params is
    'One row for each parameter of a job execution.';
comment on column batch.batch_job_execution_params.job_execution_id is
    'Job execution.';
comment on column batch.batch_job_execution_params.parameter_name is
    'Name.';
comment on column batch.batch_job_execution_params.parameter_type is
    'Java type.';
comment on column batch.batch_job_execution_params.parameter_value is
    'Value.';
comment on column batch.batch_job_execution_params.identifying is
    'Y when it tells instances apart, N otherwise.';
--rollback drop table batch.batch_job_execution_params;
