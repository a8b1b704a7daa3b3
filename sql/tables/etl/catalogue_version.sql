--liquibase formatted sql

--changeset monthend:catalogue_version-created
create table etl.catalogue_version (
    catalogue_version_id  int generated always as identity,
    digest                text not null,
    loaded_at             timestamptz not null default now(),
    constraint one_catalogue_version_per_number
        primary key (catalogue_version_id)
);

comment on table etl.catalogue_version is
    'One row for each time that the catalogue workbook had changed when it was read.';
comment on column etl.catalogue_version.catalogue_version_id is
    'Number of the version; the highest is in force.';
comment on column etl.catalogue_version.digest is
    'SHA-256 of the workbook, in lower-case hexadecimal.';
comment on column etl.catalogue_version.loaded_at is
    'When it was taken into the dimensions.';
--rollback drop table etl.catalogue_version;

--changeset monthend:catalogue_version-is-permanent
call dw.make_permanent('etl.catalogue_version');
--rollback empty
