--liquibase formatted sql

--changeset monthend:unfinished_file-created
create table etl.unfinished_file (
    month_key      int not null,
    file_name      text not null,
    sha256         text not null,
    first_seen_at  timestamptz not null default clock_timestamp(),
    constraint one_sighting_of_an_unfinished_file
        primary key (month_key, file_name, sha256)
);

comment on table etl.unfinished_file is
    'GRAIN: one state of one file that broke off when it was looked at. Seen again as it was after the quiet period, it is not being written any more, and is refused.';
comment on column etl.unfinished_file.month_key is
    'Month of the folder it stands in (201512).';
comment on column etl.unfinished_file.file_name is
    'The sender''s name of the file.';
comment on column etl.unfinished_file.sha256 is
    'Digest of the bytes it had, in lower-case hexadecimal.';
comment on column etl.unfinished_file.first_seen_at is
    'When a run first found it so.';
--rollback drop table etl.unfinished_file;
