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

--changeset monthend:return_expectation-drops-waived_reason
--comment: A waiver says who, when and why and is taken back by another one; it stands in etl.return_waiver.
drop view if exists mart.return_status;
insert into etl.return_waiver (month_key, return_code, is_waived, reason_text, waived_by)
select month_key, return_code, true, waived_reason, 'not recorded'
from etl.return_expectation
where waived_reason <> '';
alter table etl.return_expectation drop column waived_reason;
--rollback alter table etl.return_expectation add column waived_reason text not null default '';

--changeset monthend:return_expectation-adds-when-it-was-looked-for
--comment: What was due before anyone kept this book was perhaps in time: only a return that was looked for in vain is late.
alter table etl.return_expectation add column recorded_at timestamptz not null default clock_timestamp();
alter table etl.return_expectation add column missed_at timestamptz;
alter table etl.return_expectation add column working_days_late int;
alter table etl.return_expectation add column is_late_pattern boolean not null default false;
alter table etl.return_expectation add constraint working_days_late_are_counted_from_one
    check (working_days_late >= 1);
comment on column etl.return_expectation.recorded_at is
    'When a run first noted that it is due; nobody watched for it before.';
comment on column etl.return_expectation.missed_at is
    'Start of the last run that looked for it and found none that could be loaded; null when no run has.';
comment on column etl.return_expectation.working_days_late is
    'By how many working days in England it came late, at the least; null when it was in time, has not come, or nobody can say. Judged by the last run.';
comment on column etl.return_expectation.is_late_pattern is
    'Whether with this month the return was late, or did not come, three times in a row or four of the last twelve times. Judged by the last run.';
--rollback alter table etl.return_expectation drop column is_late_pattern;
--rollback alter table etl.return_expectation drop column working_days_late;
--rollback alter table etl.return_expectation drop column missed_at;
--rollback alter table etl.return_expectation drop column recorded_at;
