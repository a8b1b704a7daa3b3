--liquibase formatted sql

--changeset monthend:return_expectation-created
create table etl.return_expectation (
    month_key          int not null,
    return_code        text not null,
    organisation_code  text not null,
    due_date           date not null,
    waived_reason      text not null default '',
    constraint one_expectation_per_month_return_and_organisation
        primary key (month_key, return_code, organisation_code)
);

comment on table etl.return_expectation is
    'GRAIN: one return that is due from one organisation for one month. Without it a return that never came could not be missed.';
comment on column etl.return_expectation.month_key is
    'Month the return is about (201512).';
comment on column etl.return_expectation.return_code is
    'Code of the return in the catalogue.';
comment on column etl.return_expectation.organisation_code is
    'Code of the organisation that owes it.';
comment on column etl.return_expectation.due_date is
    'Last day on which it is in time.';
comment on column etl.return_expectation.waived_reason is
    'Why it need not come after all; empty when it must.';
--rollback drop table etl.return_expectation;
