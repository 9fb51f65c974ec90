--liquibase formatted sql

--changeset estate:001-transition
-- The allowed steps of an estate's life, as data: the trigger below and the program's enum must agree (a test compares).
create table control.estate_transition (
  from_state text not null,
  to_state   text not null,
  primary key (from_state, to_state)
);
insert into control.estate_transition (from_state, to_state) values
  ('APPLIED', 'VERIFIED'),
  ('APPLIED', 'REJECTED'),
  ('VERIFIED', 'PROVISIONING'),
  ('PROVISIONING', 'VERIFIED'),
  ('PROVISIONING', 'ACTIVE'),
  ('ACTIVE', 'SUSPENDED'),
  ('SUSPENDED', 'ACTIVE'),
  ('SUSPENDED', 'ARCHIVED'),
  ('ARCHIVED', 'DELETED');
--rollback drop table control.estate_transition;

--changeset estate:002-estate
create table control.estate (
  id             uuid primary key,
  slug           text not null check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) between 3 and 40),
  name           text not null check (length(name) between 1 and 40),
  address        text not null default '' check (length(address) <= 120),
  community_id   uuid not null references control.office,
  source         text not null check (source in ('CLERK', 'COMMITTEE')),
  state          text not null default 'APPLIED'
                 check (state in ('APPLIED', 'VERIFIED', 'PROVISIONING', 'ACTIVE', 'SUSPENDED', 'ARCHIVED', 'REJECTED', 'DELETED')),
  state_reason   text,
  cell           text references control.cell,
  -- Decided once from the id and never changed: the slug may change, the schema's name must not.
  schema_name    text not null unique generated always as ('e_' || right(replace(id::text, '-', ''), 12)) stored,
  schema_version integer,
  households     integer check (households >= 0),
  created_at     timestamptz not null,
  verified_at    timestamptz,
  activated_at   timestamptz,
  suspended_at   timestamptz,
  archived_at    timestamptz,
  delete_after   timestamptz,
  deleted_at     timestamptz,
  constraint estate_lives_in_a_cell check (state not in ('ACTIVE', 'SUSPENDED', 'ARCHIVED') or cell is not null),
  constraint estate_has_a_schema check (state not in ('ACTIVE', 'SUSPENDED') or schema_version is not null),
  constraint estate_grace check (state <> 'ARCHIVED' or delete_after > archived_at)
);
create index estate_community on control.estate (community_id, id);
create index estate_state on control.estate (state, id);
create index estate_cell on control.estate (cell, state) where cell is not null;
--rollback drop table control.estate;

--changeset estate:003-slug-held
-- A wish in an application holds nothing, or the public form could squat every good name.
create unique index estate_slug_held on control.estate (slug)
  where state in ('VERIFIED', 'PROVISIONING', 'ACTIVE', 'SUSPENDED', 'ARCHIVED');
--rollback drop index control.estate_slug_held;

--changeset estate:004-guard splitStatements:false
-- No program, script or hurried operator can take a step that the lifecycle does not know.
create function control.guard_estate_state() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'APPLIED' then
        raise exception 'an estate begins as APPLIED, not as %', new.state using errcode = 'check_violation';
    end if;
  elsif new.state <> old.state and not exists (
        select from control.estate_transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'an estate does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger estate_state_guard before insert or update of state on control.estate
  for each row execute function control.guard_estate_state();
--rollback drop trigger estate_state_guard on control.estate; drop function control.guard_estate_state();

--changeset estate:005-event
create table control.estate_event (
  id         uuid primary key,
  estate_id  uuid not null references control.estate,
  from_state text not null,
  to_state   text not null,
  at         timestamptz not null,
  reason     text,
  foreign key (from_state, to_state) references control.estate_transition
);
create index estate_event_estate on control.estate_event (estate_id, id);
--rollback drop table control.estate_event;

--changeset estate:006-reject-verified
-- Also a verified estate may turn out to be a mistake: nobody lives in it yet.
insert into control.estate_transition (from_state, to_state) values ('VERIFIED', 'REJECTED');
--rollback delete from control.estate_transition where from_state = 'VERIFIED' and to_state = 'REJECTED';

--changeset estate:007-initials
-- First letters of the name in every reading, for the finder; estates entered earlier get theirs by control.yaml's change.
alter table control.estate add column initials text not null default '';
--rollback alter table control.estate drop column initials;
