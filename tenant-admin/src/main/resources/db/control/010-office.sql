--liquibase formatted sql

--changeset office:001-office
-- Street > community. The pair (kind, city) travels with the foreign key, so that a community can only
-- stand below a street, and only below one of its own city.
create table control.office (
  id uuid primary key,
  kind text not null check (kind in ('STREET', 'COMMUNITY')),
  name text not null check (name = btrim(name) and char_length(name) between 2 and 40),
  city text not null check (city in ('NINGBO', 'HANGZHOU')),
  parent_id uuid,
  parent_kind text generated always as (case when kind = 'COMMUNITY' then 'STREET' end) stored,
  created_at timestamptz not null,
  constraint office_place unique (id, kind, city),
  constraint office_below_street check ((kind = 'COMMUNITY') = (parent_id is not null)),
  constraint office_parent foreign key (parent_id, parent_kind, city) references control.office (id, kind, city),
  constraint office_name_among_siblings unique nulls not distinct (city, parent_id, name)
);
create index office_children on control.office (parent_id);
--rollback drop table control.office;

--changeset office:002-staff
-- Staff of offices. The row decides who may act; the token's claim is only necessary.
-- ADDING and REMOVING are intents, written before Keycloak is asked; only ACTIVE rows grant anything.
create table control.office_staff (
  id uuid primary key,
  office_id uuid not null references control.office (id),
  username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{2,31}$'),
  name text not null check (char_length(name) between 1 and 40),
  subject uuid,
  state text not null check (state in ('ADDING', 'ACTIVE', 'REMOVING', 'REMOVED')),
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint office_staff_known check (state in ('ADDING', 'REMOVED') or subject is not null)
);
create unique index office_staff_once on control.office_staff (office_id, username) where state <> 'REMOVED';
create index office_staff_by_subject on control.office_staff (subject) where state = 'ACTIVE';
create index office_staff_by_username on control.office_staff (username);
create index office_staff_page on control.office_staff (office_id, id);
--rollback drop table control.office_staff;
