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

--changeset cell:003-grant-estate splitStatements:false runOnChange:true
-- Gives an estate's role what it may do in its schema and takes away the rest. The rule is kept in the schema itself, as the
-- first word of a table's comment: 'append-only' can be read and added to, 'read-only' (kept by triggers) only read; any other
-- table can be changed. Nobody may truncate. Runs after each migration, by the migrator.
create or replace function cell.grant_estate(estate name) returns void language plpgsql set search_path = pg_catalog as $body$
declare
    relation record;
begin
    execute format('grant usage on schema %I to %I', estate, estate);
    for relation in
        select t.relname, t.wanted, t.held, t.kind
        from (select c.relname, case when c.relkind = 'S' then 'sequence' else 'table' end as kind,
                     case when c.relkind = 'S' then 'usage'
                          when c.relkind = 'v' or comment.text like 'read-only%' then 'select'
                          when comment.text like 'append-only%' then 'insert, select'
                          else 'delete, insert, select, update' end as wanted,
                     (select coalesce(string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), '')
                      from aclexplode(c.relacl) a where a.grantee = estate::regrole) as held
              from pg_class c
              cross join lateral (select coalesce(obj_description(c.oid, 'pg_class'), '') as text) comment
              where c.relnamespace = estate::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
                and c.relname not in ('databasechangelog', 'databasechangeloglock')) t
        where t.held <> t.wanted
    loop
        -- A table that has just been made has nothing to take away: half the work in a new schema.
        if relation.held <> '' then
            execute format('revoke all on %s %I.%I from %I', relation.kind, estate, relation.relname, estate);
        end if;
        execute format('grant %s on %s %I.%I to %I', relation.wanted, relation.kind, estate, relation.relname, estate);
    end loop;
end
$body$;
revoke all on function cell.grant_estate(name) from public;
--rollback drop function cell.grant_estate(name);
