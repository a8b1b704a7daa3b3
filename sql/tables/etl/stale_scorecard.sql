--liquibase formatted sql

--changeset monthend:stale_scorecard-created
create table etl.stale_scorecard (
    stale_scorecard_id  bigint generated always as identity,
    month_key           int not null,
    submission_id       bigint,
    marked_at           timestamptz not null default now(),
    constraint one_mark_per_number
        primary key (stale_scorecard_id),
    constraint submission_is_known
        foreign key (submission_id) references etl.return_submission
);
create index stale_scorecard_by_month on etl.stale_scorecard (month_key);
create index stale_scorecard_by_submission on etl.stale_scorecard (submission_id);

comment on table etl.stale_scorecard is
    'GRAIN: one reason why the draft scorecard of a month has to be computed anew. Written in the transaction that changes its inputs, deleted in the one that computes it.';
comment on column etl.stale_scorecard.stale_scorecard_id is
    'Number of the mark.';
comment on column etl.stale_scorecard.month_key is
    'Month of the scorecard (201512).';
comment on column etl.stale_scorecard.submission_id is
    'Submission that changed its inputs; null when the catalogue did.';
comment on column etl.stale_scorecard.marked_at is
    'When the inputs changed.';
--rollback drop table etl.stale_scorecard;
