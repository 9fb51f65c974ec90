--liquibase formatted sql

--changeset people:040-objection
-- A frozen version is put up for owners to object to; each objection and its one answer stay on the record. The texts may name
-- neighbours: readable with the estate's key only.
create table objection_period (
    id uuid primary key default uuidv7(),
    version integer not null references roll_version,
    opens_on date not null,
    closes_on date not null,
    opened_by text not null check (length(opened_by) between 1 and 100),
    opened_at timestamptz not null,
    check (closes_on >= opens_on)
);
create table objection (
    id uuid primary key default uuidv7(),
    period_id uuid not null references objection_period,
    unit_id uuid not null references unit,
    subject text not null check (length(subject) between 1 and 100),
    at timestamptz not null,
    text_cipher bytea not null
);
create index objection_of_subject on objection (period_id, subject);
create table objection_answer (
    objection_id uuid primary key references objection,
    upheld boolean not null,
    answered_by text not null check (length(answered_by) between 1 and 100),
    at timestamptz not null,
    text_cipher bytea not null
);
comment on table objection_period is 'append-only: what was put up, and when';
comment on table objection is 'append-only: an objection stays on the record';
comment on table objection_answer is 'append-only: an objection is answered once';
--rollback drop table objection_answer; drop table objection; drop table objection_period;
