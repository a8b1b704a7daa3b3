--liquibase formatted sql

--changeset monthend:batch_step_execution_context-created
--comment: As in schema-postgresql.sql of spring-batch-core 6.0.6.
create table batch.batch_step_execution_context (
    step_execution_id   bigint not null,
    short_context       varchar(2500) not null,
    serialized_context  text,
    constraint one_context_per_step_execution
        primary key (step_execution_id),
    constraint step_exec_ctx_fk
        foreign key (step_execution_id) references batch.batch_step_execution (step_execution_id)
);

comment on table batch.batch_step_execution_context is
    'What a step execution remembers for a restart.';
comment on column batch.batch_step_execution_context.step_execution_id is
    'Step execution.';
comment on column batch.batch_step_execution_context.short_context is
    'Beginning of the context.';
comment on column batch.batch_step_execution_context.serialized_context is
    'The whole context, when it is longer.';
--rollback drop table batch.batch_step_execution_context;
