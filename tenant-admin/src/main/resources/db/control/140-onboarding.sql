--liquibase formatted sql

--changeset onboarding:001-run
create table control.onboarding_run (
  id          uuid primary key,
  estate_id   uuid not null references control.estate,
  workbook_id uuid not null references control.workbook,
  state       text not null default 'RUNNING'
            check (state in ('RUNNING', 'FAILED', 'DONE', 'COMPENSATING', 'COMPENSATED')),
  started_at  timestamptz not null,
  ended_at    timestamptz,
  started_by_subject text not null,
  started_by_name    text not null,
  constraint onboarding_run_end check ((ended_at is not null) = (state in ('DONE', 'COMPENSATED')))
);
create index onboarding_run_estate on control.onboarding_run (estate_id, id);
create index onboarding_run_state on control.onboarding_run (state, id);
--rollback drop table control.onboarding_run;

--changeset onboarding:002-one-live-run
-- Two clerks press the button at once: one run, not two.
create unique index onboarding_run_one_live on control.onboarding_run (estate_id)
  where state in ('RUNNING', 'FAILED', 'COMPENSATING');
--rollback drop index control.onboarding_run_one_live;

--changeset onboarding:003-step
create table control.onboarding_step (
  run_id     uuid not null references control.onboarding_run,
  number     smallint not null check (number between 1 and 9),
  step       text not null check (step in ('VERIFY', 'PLACE', 'ORGANIZATION', 'SCHEMA', 'IMPORT', 'SHOPS', 'INVITE', 'SMOKE_CHECK', 'ACTIVATE')),
  state      text not null default 'PENDING' check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'UNDONE')),
  attempts   integer not null default 0,
  started_at timestamptz,
  ended_at   timestamptz,
  detail     text,
  primary key (run_id, number),
  unique (run_id, step)
);
--rollback drop table control.onboarding_step;

--changeset onboarding:004-invitation
-- Exactly one first committee member is invited. The row is the intent, written before Keycloak is asked; the person's
-- name stays in the cell and in Keycloak.
create table control.invitation (
  estate_id  uuid primary key references control.estate,
  username   text not null unique,
  subject    uuid,
  invited_at timestamptz not null
);
--rollback drop table control.invitation;
