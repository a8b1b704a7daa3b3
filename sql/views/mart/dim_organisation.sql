--liquibase formatted sql

--changeset monthend:dim_organisation runOnChange:true
create or replace view mart.dim_organisation as
with recursive tree as (
    select
        organisation_id,
        organisation_code,
        organisation_name,
        organisation_level,
        parent_organisation_code,
        organisation_name as organisation_path_label,
        array[organisation_code] as codes
    from dw.dim_organisation
    where is_current and parent_organisation_code is null
    union all
    select
        child.organisation_id,
        child.organisation_code,
        child.organisation_name,
        child.organisation_level,
        child.parent_organisation_code,
        parent.organisation_path_label || ' > ' || child.organisation_name,
        parent.codes || child.organisation_code
    from tree as parent
    join dw.dim_organisation as child
        on child.parent_organisation_code = parent.organisation_code
        and child.is_current
        and not child.organisation_code = any (parent.codes)
)
select
    organisation_id,
    organisation_code,
    organisation_name,
    organisation_level,
    parent_organisation_code,
    organisation_path_label
from tree;
alter view mart.dim_organisation owner to mart_owner;

comment on view mart.dim_organisation is
    'One row for each organisation, as the catalogue has it now.';
comment on column mart.dim_organisation.organisation_id is
    'Number of the organisation, the same through all its versions.';
comment on column mart.dim_organisation.organisation_code is
    'Code of the organisation.';
comment on column mart.dim_organisation.organisation_name is
    'Name of the organisation.';
comment on column mart.dim_organisation.organisation_level is
    'trust, locality or team. Figures of different levels say the same twice: never add them.';
comment on column mart.dim_organisation.parent_organisation_code is
    'Code of the organisation that it is part of; null for the one at the top.';
comment on column mart.dim_organisation.organisation_path_label is
    'Its name after the names of those it is part of, joined by " > ".';
--rollback drop view mart.dim_organisation;
