--liquibase formatted sql

--changeset monthend:validation_issue-created
create table etl.validation_issue (
    issue_id         bigint generated always as identity,
    submission_id    bigint not null,
    rule_code        text not null,
    severity         text not null,
    sheet_name       text not null default '',
    cell_address     text not null default '',
    found_text       text not null default '',
    issue_message    text not null,
    fingerprint      text not null,
    resolution       text not null default 'open',
    resolution_text  text not null default '',
    resolved_by      text not null default '',
    resolved_at      timestamptz,
    constraint one_issue_per_number
        primary key (issue_id),
    constraint an_issue_is_said_once_per_submission
        unique (submission_id, fingerprint),
    constraint submission_is_known
        foreign key (submission_id) references etl.return_submission,
    constraint rule_is_known
        foreign key (rule_code) references etl.validation_rule,
    constraint severity_is_known
        check (severity in ('refuse', 'error', 'query', 'note')),
    constraint resolution_is_known
        check (resolution in ('open', 'explained', 'carried_forward', 'fixed', 'not_needed')),
    constraint an_explanation_has_words_and_a_name
        check (resolution <> 'explained' or (resolution_text <> '' and resolved_by <> ''))
);
create index open_issue_by_fingerprint on etl.validation_issue (fingerprint) where resolution in ('open', 'explained');
create index validation_issue_by_rule on etl.validation_issue (rule_code);

comment on table etl.validation_issue is
    'GRAIN: one finding of one rule in one submission.';
comment on column etl.validation_issue.issue_id is
    'Number of the issue.';
comment on column etl.validation_issue.submission_id is
    'Submission it was found in.';
comment on column etl.validation_issue.rule_code is
    'Rule that was broken.';
comment on column etl.validation_issue.severity is
    'Severity it was judged with; the catalogue may override the rule.';
comment on column etl.validation_issue.sheet_name is
    'Sheet; empty when the issue is about the whole file.';
comment on column etl.validation_issue.cell_address is
    'Cell or range (F14, B2:B9); empty when it has none.';
comment on column etl.validation_issue.found_text is
    'What was found there.';
comment on column etl.validation_issue.issue_message is
    'What is wrong, what was expected and what to do.';
comment on column etl.validation_issue.fingerprint is
    'Digest of rule, place and finding: the same issue in a later attempt has the same one.';
comment on column etl.validation_issue.resolution is
    'open, explained, carried_forward (an earlier explanation still holds), fixed (a later file no longer has it) or not_needed (errors and notes).';
comment on column etl.validation_issue.resolution_text is
    'The explanation.';
comment on column etl.validation_issue.resolved_by is
    'Who explained it.';
comment on column etl.validation_issue.resolved_at is
    'When it was explained or fixed; null while open.';
--rollback drop table etl.validation_issue;

--changeset monthend:validation_issue-adds-cause
alter table etl.validation_issue add column cause text;
update etl.validation_issue set cause = fingerprint;
alter table etl.validation_issue alter column cause set not null;
create index validation_issue_by_cause on etl.validation_issue (cause);
comment on column etl.validation_issue.cause is
    'Digest of rule, matter, finding and the figures it rests on: an explanation holds for the same cause.';
comment on column etl.validation_issue.fingerprint is
    'Digest of rule, matter (measure, organisation, month and the like; or sheet and cell) and finding: the same issue in a later attempt has the same one.';
--rollback alter table etl.validation_issue drop column cause;

--changeset monthend:validation_issue-is-told-at-every-cell
alter table etl.validation_issue drop constraint an_issue_is_said_once_per_submission;
alter table etl.validation_issue add constraint an_issue_is_said_once_per_submission_and_cell
    unique (submission_id, fingerprint, sheet_name, cell_address);
--rollback alter table etl.validation_issue drop constraint an_issue_is_said_once_per_submission_and_cell;
--rollback alter table etl.validation_issue add constraint an_issue_is_said_once_per_submission unique (submission_id, fingerprint);

--changeset monthend:validation_issue-leaves-resolution
-- Explanations have a table of their own, and what is fixed follows from the attempts. The view comes again below.
drop view if exists mart.return_status;
drop index etl.open_issue_by_fingerprint;
alter table etl.validation_issue
    drop column resolution,
    drop column resolution_text,
    drop column resolved_by,
    drop column resolved_at;
call dw.make_append_only('etl.validation_issue');
--rollback drop trigger is_append_only on etl.validation_issue;
--rollback drop trigger is_never_emptied on etl.validation_issue;
--rollback alter table etl.validation_issue add column resolution text not null default 'open', add column resolution_text text not null default '', add column resolved_by text not null default '', add column resolved_at timestamptz;
--rollback alter table etl.validation_issue add constraint resolution_is_known check (resolution in ('open', 'explained', 'carried_forward', 'fixed', 'not_needed'));
--rollback alter table etl.validation_issue add constraint an_explanation_has_words_and_a_name check (resolution <> 'explained' or (resolution_text <> '' and resolved_by <> ''));
--rollback create index open_issue_by_fingerprint on etl.validation_issue (fingerprint) where resolution in ('open', 'explained');
