--liquibase formatted sql

--changeset monthend:issue_explanation-created
create table etl.issue_explanation (
    explanation_id    bigint generated always as identity,
    cause             text not null,
    issue_id          bigint not null,
    explanation_text  text not null,
    explained_by      text not null,
    explained_at      timestamptz not null default clock_timestamp(),
    constraint one_explanation_per_number
        primary key (explanation_id),
    constraint issue_is_known
        foreign key (issue_id) references etl.validation_issue,
    constraint an_explanation_has_words_and_a_name
        check (explanation_text <> '' and explained_by <> '')
);
create index issue_explanation_by_cause on etl.issue_explanation (cause);
create index issue_explanation_by_issue on etl.issue_explanation (issue_id);
call dw.make_append_only('etl.issue_explanation');

comment on table etl.issue_explanation is
    'GRAIN: one explanation that someone accepted for one cause. It holds for every issue of that cause, in later attempts and later returns, until figures change and make another cause; the last one of a cause counts.';
comment on column etl.issue_explanation.explanation_id is
    'Number of the explanation.';
comment on column etl.issue_explanation.cause is
    'The cause that is explained: digest of rule, matter, finding and figures, as in etl.validation_issue.';
comment on column etl.issue_explanation.issue_id is
    'Issue at which it was given.';
comment on column etl.issue_explanation.explanation_text is
    'The reason, in words.';
comment on column etl.issue_explanation.explained_by is
    'Who gave it.';
comment on column etl.issue_explanation.explained_at is
    'When it was given.';
--rollback drop table etl.issue_explanation;
