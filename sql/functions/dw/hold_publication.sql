--liquibase formatted sql

--changeset monthend:hold_publication runOnChange:true splitStatements:false stripComments:false
create or replace function dw.hold_chain() returns trigger
language plpgsql as $$
declare
    last record;
begin
    select publication_no, chain_sha256 into last
    from etl.publication
    order by publication_no desc
    limit 1;
    if (new.publication_no, new.previous_sha256)
        is distinct from (coalesce(last.publication_no, 0) + 1, coalesce(last.chain_sha256, repeat('0', 64))) then
        raise restrict_violation using
            message = format('publication %s does not follow publication %s', new.publication_no,
                coalesce(last.publication_no, 0)),
            hint = 'Each publication has the next number and the digest of the one before.';
    end if;
    if not exists (
        select from dw.dim_scorecard_edition as edition
        join dw.dim_organisation as organisation using (organisation_key)
        where edition.edition_key = new.edition_key
            and edition.edition_status = 'published'
            and (edition.month_key, organisation.organisation_code, edition.edition_no, edition.data_as_at,
                edition.method_version, edition.published_at, edition.published_by, edition.content_sha256)
            = (new.month_key, new.organisation_code, new.edition_no, new.data_as_at,
                new.method_version, new.published_at, new.published_by, new.content_sha256)
    ) then
        raise restrict_violation using
            message = format('publication %s is of edition %s, which is not published so', new.publication_no,
                new.edition_key),
            hint = 'Publish the edition in the same transaction.';
    end if;
    return new;
end $$;

comment on function dw.hold_chain() is
    'Trigger: a publication follows the last one, and says of its edition what the edition says.';

create or replace function dw.hold_book() returns trigger
language plpgsql as $$
begin
    if not exists (select from etl.publication as publication where publication.edition_key = new.edition_key) then
        raise restrict_violation using
            message = format('edition %s was published without an entry in etl.publication', new.edition_key),
            hint = 'Publish with ./monthend publish.';
    end if;
    return null;
end $$;

comment on function dw.hold_book() is
    'Trigger: no edition is published without its entry in the book of publications.';
--rollback drop function dw.hold_book();
--rollback drop function dw.hold_chain();
