--liquibase formatted sql

--changeset archive:001-archive
-- One export per archived estate; the file itself lies encrypted under the configured directory, named by the estate's id.
create table control.archive (
  estate_id    uuid primary key references control.estate,
  state        text not null default 'EXPORTING' check (state in ('EXPORTING', 'EXPORTED', 'DELETING', 'DELETED')),
  reason       text not null,
  requested_at timestamptz not null,
  requested_by_subject text not null,
  requested_by_name    text not null,
  sha256       text,
  size_bytes   bigint,
  attempts     integer not null default 0,
  detail       text,
  ended_at     timestamptz,
  constraint archive_exported_is_known check (state = 'EXPORTING' or (sha256 is not null and size_bytes is not null))
);
--rollback drop table control.archive;

--changeset archive:002-fetched
-- When somebody first had the whole file: without it, deleting the estate would take the only copy.
alter table control.archive add column fetched_at timestamptz;
update control.archive a set fetched_at = (
  select min(e.at) from control.audit_event e
  where e.act = 'estate.fetch-export' and e.subject_type = 'estate' and e.subject_id = a.estate_id::text);
--rollback alter table control.archive drop column fetched_at;

--changeset archive:003-fetched-is-confirmed
-- Until now it told only that the file was sent. Whoever has it says so with its hash: see that it is fetched again.
update control.archive set fetched_at = null where state = 'EXPORTED';
comment on column control.archive.fetched_at is 'when somebody first confirmed, by its hash, that they have the whole file';
--rollback empty
