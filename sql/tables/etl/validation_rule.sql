--liquibase formatted sql

--changeset monthend:validation_rule-created
create table etl.validation_rule (
    rule_code   text not null,
    severity    text not null,
    rule_title  text not null,
    how_to_fix  text not null,
    constraint one_rule_per_code
        primary key (rule_code),
    constraint severity_is_known
        check (severity in ('refuse', 'error', 'query', 'note'))
);

comment on table etl.validation_rule is
    'One row for each rule that a return is judged by; written from the program at start-up.';
comment on column etl.validation_rule.rule_code is
    'Published code of the rule.';
comment on column etl.validation_rule.severity is
    'refuse (the whole submission), error (that row), query (to be explained) or note.';
comment on column etl.validation_rule.rule_title is
    'What the rule asks, in one line.';
comment on column etl.validation_rule.how_to_fix is
    'What the sender can do.';
--rollback drop table etl.validation_rule;
