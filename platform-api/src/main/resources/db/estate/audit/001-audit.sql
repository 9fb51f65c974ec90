--liquibase formatted sql

--changeset audit:001-audit-event
-- Who did or read what. Holds no personal data: the subject is an id.
create table audit_event (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    actor text not null,
    act text not null,
    subject_type text not null,
    subject_id text not null,
    detail jsonb not null default '{}'
);
comment on table audit_event is 'append-only: an act once recorded stays recorded';
--rollback drop table audit_event;
