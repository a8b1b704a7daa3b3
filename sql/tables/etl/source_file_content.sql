--liquibase formatted sql

--changeset monthend:source_file_content-created
create table etl.source_file_content (
    sha256   text not null,
    content  bytea not null,
    constraint one_content_per_source_file
        primary key (sha256),
    constraint source_file_is_known
        foreign key (sha256) references etl.source_file (sha256),
    constraint content_is_what_the_digest_says
        check (sha256 = encode(sha256(content), 'hex'))
);
-- Workbooks are compressed already; as they are, a piece can be read without the whole.
alter table etl.source_file_content alter column content set storage external;

comment on table etl.source_file_content is
    'GRAIN: the bytes of one file that was judged, refused ones too, so that it can be judged again or given back when it has left its folder. The application adds and reads; only the owner may erase, where a rule of retention says so.';
comment on column etl.source_file_content.sha256 is
    'The file, by the digest of its bytes.';
comment on column etl.source_file_content.content is
    'The bytes as they came.';
--rollback drop table etl.source_file_content;
