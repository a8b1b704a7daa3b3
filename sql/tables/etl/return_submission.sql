--liquibase formatted sql

--changeset monthend:return_submission-created
create table etl.return_submission (
    submission_id    bigint generated always as identity,
    load_run_id      bigint not null,
    source_file_id   bigint not null,
    return_code      text not null,
    month_key        int not null,
    mapping_version  text not null,
    attempt_no       int not null,
    verdict          text not null,
    reason_code      text not null default '',
    rows_read        int not null default 0,
    rows_loaded      int not null default 0,
    rows_rejected    int not null default 0,
    decided_at       timestamptz not null default now(),
    constraint one_submission_per_number
        primary key (submission_id),
    constraint the_same_bytes_load_once
        unique (return_code, month_key, source_file_id, mapping_version),
    constraint attempts_are_counted_one_by_one
        unique (month_key, return_code, attempt_no),
    constraint load_run_is_known
        foreign key (load_run_id) references etl.load_run,
    constraint source_file_is_known
        foreign key (source_file_id) references etl.source_file,
    constraint attempt_no_starts_at_one
        check (attempt_no >= 1),
    constraint verdict_is_known
        check (verdict in ('loaded', 'loaded_with_queries', 'partly_loaded', 'refused', 'deferred', 'no_change')),
    constraint refusal_has_a_reason
        check (verdict not in ('refused', 'deferred') or reason_code <> ''),
    constraint no_count_is_negative
        check (rows_read >= 0 and rows_loaded >= 0 and rows_rejected >= 0),
    constraint rows_read_equals_loaded_plus_rejected
        check (rows_read = rows_loaded + rows_rejected)
);
create index return_submission_by_file on etl.return_submission (source_file_id);
create index return_submission_by_run on etl.return_submission (load_run_id);

comment on table etl.return_submission is
    'GRAIN: one judgement of one file as one return for one month, under one mapping.';
comment on column etl.return_submission.submission_id is
    'Number of the submission; facts name it as their source.';
comment on column etl.return_submission.load_run_id is
    'Run that judged it.';
comment on column etl.return_submission.source_file_id is
    'The file.';
comment on column etl.return_submission.return_code is
    'Return that the file was taken for.';
comment on column etl.return_submission.month_key is
    'Month that the file is about (201512).';
comment on column etl.return_submission.mapping_version is
    'Digest of the layouts and rules it was read by: under another mapping the same file is read anew.';
comment on column etl.return_submission.attempt_no is
    '1 for the first file for this return and month, and so on.';
comment on column etl.return_submission.verdict is
    'loaded, loaded_with_queries, partly_loaded, refused, deferred or no_change.';
comment on column etl.return_submission.reason_code is
    'Rule that refused or deferred it; empty otherwise.';
comment on column etl.return_submission.rows_read is
    'Rows of data found in the file.';
comment on column etl.return_submission.rows_loaded is
    'Rows that passed, changed or not.';
comment on column etl.return_submission.rows_rejected is
    'Rows kept out by an error.';
comment on column etl.return_submission.decided_at is
    'When the verdict fell.';
--rollback drop table etl.return_submission;

--changeset monthend:return_submission-is-permanent
call dw.make_permanent('etl.return_submission');
--rollback empty

--changeset monthend:return_submission-adds-file_name
alter table etl.return_submission add column file_name text;
update etl.return_submission as submission
set file_name = file.file_name
from etl.source_file as file
where file.source_file_id = submission.source_file_id;
alter table etl.return_submission alter column file_name set not null;
comment on column etl.return_submission.file_name is
    'Name that the file had when it was judged, without folders; as sent, so not to be trusted.';
--rollback alter table etl.return_submission drop column file_name;

--changeset monthend:return_submission-adds-rows_not_quarantined
alter table etl.return_submission add column rows_not_quarantined int not null default 0;
update etl.return_submission set rows_not_quarantined = rows_rejected;
alter table etl.return_submission add constraint rows_not_quarantined_are_rejected_ones
    check (rows_not_quarantined between 0 and rows_rejected);
comment on column etl.return_submission.rows_not_quarantined is
    'Rejected rows that are not in etl.quarantined_row one by one, because they were too many or came before there was one.';
--rollback alter table etl.return_submission drop column rows_not_quarantined;

--changeset monthend:return_submission-counts-reruns
alter table etl.return_submission add column rerun_no int not null default 0;
alter table etl.return_submission add constraint rerun_no_is_not_negative check (rerun_no >= 0);
alter table etl.return_submission drop constraint the_same_bytes_load_once;
alter table etl.return_submission add constraint the_same_bytes_load_once
    unique (return_code, month_key, source_file_id, mapping_version, rerun_no);
comment on column etl.return_submission.rerun_no is
    '0 for the first judgement of these bytes under this mapping; a rerun that came out otherwise, or a withdrawal, has the next number.';
--rollback alter table etl.return_submission drop constraint the_same_bytes_load_once;
--rollback alter table etl.return_submission add constraint the_same_bytes_load_once unique (return_code, month_key, source_file_id, mapping_version);
--rollback alter table etl.return_submission drop column rerun_no;

--changeset monthend:return_submission-knows-the-order-of-arrival
alter table etl.return_submission add column arrived_as bigint;
update etl.return_submission as submission
set arrived_as = came.first_submission_id
from (
    select source_file_id, month_key, min(submission_id) as first_submission_id
    from etl.return_submission
    group by source_file_id, month_key
) as came
where came.source_file_id = submission.source_file_id
    and came.month_key = submission.month_key
    and came.first_submission_id < submission.submission_id;
comment on column etl.return_submission.arrived_as is
    'Submission with which its file took its place in the order of arrival; null when it is this one. The file that came last counts.';
--rollback alter table etl.return_submission drop column arrived_as;

--changeset monthend:return_submission-knows-withdrawals
alter table etl.return_submission drop constraint verdict_is_known;
alter table etl.return_submission add constraint verdict_is_known
    check (verdict in ('loaded', 'loaded_with_queries', 'partly_loaded', 'refused', 'deferred', 'no_change', 'withdrawn'));
comment on column etl.return_submission.verdict is
    'loaded, loaded_with_queries, partly_loaded, refused, deferred, no_change, or withdrawn: someone has said that the return should never have counted.';
--rollback alter table etl.return_submission drop constraint verdict_is_known;
--rollback alter table etl.return_submission add constraint verdict_is_known check (verdict in ('loaded', 'loaded_with_queries', 'partly_loaded', 'refused', 'deferred', 'no_change'));
--rollback comment on column etl.return_submission.verdict is 'loaded, loaded_with_queries, partly_loaded, refused, deferred or no_change.';
