--liquibase formatted sql

--changeset monthend:source_file-created
create table etl.source_file (
    source_file_id  bigint generated always as identity,
    sha256          text not null,
    file_name       text not null,
    byte_size       bigint not null,
    received_at     timestamptz not null default now(),
    constraint one_source_file_per_number
        primary key (source_file_id),
    constraint one_source_file_per_content
        unique (sha256),
    constraint sha256_is_64_hexadecimal_digits
        check (sha256 ~ '^[0-9a-f]{64}$')
);

comment on table etl.source_file is
    'GRAIN: one file by its content, whatever it was called when it came.';
comment on column etl.source_file.source_file_id is
    'Number of the file.';
comment on column etl.source_file.sha256 is
    'SHA-256 of the bytes, in lower-case hexadecimal: the same bytes are the same file.';
comment on column etl.source_file.file_name is
    'Name it first came under, without folders; as sent, so not to be trusted.';
comment on column etl.source_file.byte_size is
    'Size in bytes.';
comment on column etl.source_file.received_at is
    'When it was first seen.';
--rollback drop table etl.source_file;

--changeset monthend:source_file-is-permanent
call dw.make_permanent('etl.source_file');
--rollback empty
