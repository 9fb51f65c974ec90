--liquibase formatted sql

--changeset route:001-version
-- The gateway asks every few seconds; the answer "nothing new" must cost one row, not the table.
create table control.route_version (
  single  boolean primary key default true check (single),
  version bigint not null
);
insert into control.route_version (version) values (1);
--rollback drop table control.route_version;

--changeset route:002-bump splitStatements:false
-- Deferred to the commit, so that the one hot row is locked for an instant only, whatever else the transaction waits for.
create function control.bump_route_version() returns trigger language plpgsql set search_path = '' as $$
begin
  update control.route_version set version = version + 1;
  return null;
end $$;
create constraint trigger estate_route_changed after update on control.estate
  deferrable initially deferred for each row
  when ((old.slug, old.state, old.cell) is distinct from (new.slug, new.state, new.cell)
      and (old.state in ('ACTIVE', 'SUSPENDED') or new.state in ('ACTIVE', 'SUSPENDED')))
  execute function control.bump_route_version();
create constraint trigger cell_route_changed after update on control.cell
  deferrable initially deferred for each row
  when (old.url is distinct from new.url)
  execute function control.bump_route_version();
--rollback drop trigger cell_route_changed on control.cell; drop trigger estate_route_changed on control.estate; drop function control.bump_route_version();
