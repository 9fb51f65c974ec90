--liquibase formatted sql

--changeset cell:001-cell
-- A cell is one platform-api with its PostgreSQL. The count of estates is kept here, so that placing is one update
-- and the check, not the program, is what keeps a cell from overflowing.
create table control.cell (
  code           text primary key check (code ~ '^[a-z][a-z0-9-]{0,19}$'),
  url            text not null,
  draining       boolean not null default false,
  capacity       integer not null check (capacity > 0),
  estates        integer not null default 0,
  schema_version integer,
  minimum_schema_version integer,
  health         text not null default 'UNKNOWN' check (health in ('UP', 'DOWN', 'UNKNOWN')),
  checked_at     timestamptz,
  created_at     timestamptz not null,
  constraint cell_never_over_capacity check (estates between 0 and capacity)
);
--rollback drop table control.cell;
