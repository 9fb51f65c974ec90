--liquibase formatted sql

--changeset cell:001-estate
-- Which estates live in this cell. The schema never changes its name, the slug may.
create table cell.estate (
    id uuid primary key,
    slug text not null constraint estate_slug_taken unique,
    schema_name name not null constraint estate_schema_taken unique,
    name text not null,
    city text not null,
    community_id uuid not null,
    community_name text not null,
    street_id uuid not null,
    street_name text not null,
    state text not null default 'STAGED'
        check (state in ('STAGED', 'PROVISIONED', 'ACTIVE', 'SUSPENDED', 'ARCHIVED')),
    -- how many change sets its schema has; null until there is a schema
    schema_version integer check (schema_version > 0),
    registered_at timestamptz not null default now(),
    constraint estate_has_schema check (state = 'STAGED' or schema_version is not null)
);
grant select, insert, update, delete on cell.estate to ${prefix}registrar;
--rollback drop table cell.estate;

--changeset cell:002-estate-key
-- Data keys, each wrapped by the estate's key-encryption key, which never enters the database.
create table cell.estate_key (
    estate_id uuid not null references cell.estate on delete cascade,
    purpose text not null check (purpose in ('TEXT', 'FILE', 'LOOKUP')),
    wrapped bytea not null,
    primary key (estate_id, purpose)
);
grant select, insert, delete on cell.estate_key to ${prefix}registrar;
--rollback drop table cell.estate_key;

--changeset cell:003-grant-estate endDelimiter:@@
-- Gives an estate's role what it may do in its schema and takes away the rest. The rule is kept in the schema itself: a table
-- whose comment begins with 'append-only' can be read and added to, never changed. Runs after each migration, by the migrator.
create function cell.grant_estate(estate name) returns void language plpgsql set search_path = pg_catalog as $body$
declare
    relation record;
    wanted text;
begin
    execute format('grant usage on schema %I to %I', estate, estate);
    for relation in
        select c.oid, c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as append_only,
               has_table_privilege(estate, c.oid, 'INSERT') as may_insert,
               has_table_privilege(estate, c.oid, 'UPDATE') as may_update
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = estate and c.relkind in ('r', 'p', 'v', 'S')
          and c.relname not in ('databasechangelog', 'databasechangeloglock')
    loop
        if relation.relkind = 'S' then
            execute format('grant usage on sequence %I.%I to %I', estate, relation.relname, estate);
        elsif relation.relkind = 'v' then
            execute format('grant select on %I.%I to %I', estate, relation.relname, estate);
        elsif relation.append_only and (not relation.may_insert or relation.may_update) then
            execute format('revoke all on %I.%I from %I', estate, relation.relname, estate);
            execute format('grant select, insert on %I.%I to %I', estate, relation.relname, estate);
        elsif not relation.append_only and not relation.may_update then
            execute format('grant select, insert, update, delete on %I.%I to %I', estate, relation.relname, estate);
        end if;
    end loop;
end
$body$
@@
revoke all on function cell.grant_estate(name) from public
@@
--rollback drop function cell.grant_estate(name);
