--liquibase formatted sql

--changeset monthend:applied_changelog-created
create table etl.applied_changelog (
    applied_changelog_id  int generated always as identity,
    changelog_sha256      text not null,
    applied_at            timestamptz not null default now(),
    constraint one_applied_changelog_per_number
        primary key (applied_changelog_id)
);

comment on table etl.applied_changelog is
    'One row for each state of sql/ that the database was brought to; the latest is in force.';
comment on column etl.applied_changelog.applied_changelog_id is
    'Number of the state.';
comment on column etl.applied_changelog.changelog_sha256 is
    'SHA-256 over all files of the changelog: when it is that of the program, there is nothing to migrate.';
comment on column etl.applied_changelog.applied_at is
    'When the migration was committed.';
--rollback drop table etl.applied_changelog;
