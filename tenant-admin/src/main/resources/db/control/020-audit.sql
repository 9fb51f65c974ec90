--liquibase formatted sql

--changeset audit:001-event
-- Who did what, to what, in whose area. No personal data of residents; append only for the service.
create table control.audit_event (
  id uuid primary key,
  at timestamptz not null,
  actor_subject text,
  actor_name text not null,
  act text not null check (act ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
  office_id uuid,
  subject_type text not null,
  subject_id text not null,
  subject_name text not null,
  detail jsonb not null
);
create index audit_event_by_office on control.audit_event (office_id, id desc);
create index audit_event_by_subject on control.audit_event (subject_type, subject_id, id desc);
create index audit_event_by_act on control.audit_event (act, id desc);
revoke update, delete, truncate on control.audit_event from control_app;
--rollback drop table control.audit_event;
