--liquibase formatted sql

--changeset rollout:001-rollout
create table control.rollout (
  id          uuid primary key,
  to_version  integer not null check (to_version > 0),
  state       text not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'PAUSED', 'FAILED', 'DONE')),
  parallelism integer not null check (parallelism between 1 and 16),
  created_at  timestamptz not null,
  started_at  timestamptz,
  ended_at    timestamptz,
  started_by_subject text not null,
  started_by_name    text not null
);
create index rollout_created on control.rollout (id);
--rollback drop table control.rollout;

--changeset rollout:002-one-live-rollout
create unique index rollout_one_live on control.rollout ((true)) where state in ('PLANNED', 'RUNNING', 'PAUSED');
--rollback drop index control.rollout_one_live;

--changeset rollout:003-rollout-estate
create table control.rollout_estate (
  rollout_id uuid not null references control.rollout,
  estate_id  uuid not null references control.estate,
  wave       integer not null check (wave >= 0),
  state      text not null default 'PENDING' check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
  attempts   integer not null default 0,
  from_version integer,
  detail     text,
  ended_at   timestamptz,
  primary key (rollout_id, estate_id)
);
create index rollout_estate_next on control.rollout_estate (rollout_id, wave, state, estate_id);
--rollback drop table control.rollout_estate;
