--liquibase formatted sql

--changeset workbook:001-workbook
-- What control keeps of an uploaded workbook: its hash, its counts and where the errors are. Never a value out of a cell.
create table control.workbook (
  id          uuid primary key,
  estate_id   uuid not null references control.estate,
  file_name   text not null check (length(file_name) between 1 and 200),
  state       text not null default 'UPLOADING' check (state in ('UPLOADING', 'STAGED', 'DISCARDED')),
  sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes  bigint check (size_bytes between 0 and 20971520),
  report      jsonb,
  importable  boolean not null default false,
  uploaded_at timestamptz not null,
  constraint workbook_staged_is_known check (state <> 'STAGED' or (sha256 is not null and size_bytes is not null and report is not null))
);
create index workbook_estate on control.workbook (estate_id, id);
--rollback drop table control.workbook;

--changeset workbook:002-warnings
-- Reports kept from before there were any.
update control.workbook set report = report || '{"warningCount": 0, "warnings": []}' where report -> 'warnings' is null;
--rollback empty

--changeset workbook:003-no-file-name
-- People put names into file names; none of a resident's may rest here.
alter table control.workbook drop column file_name;
--rollback alter table control.workbook add column file_name text not null default '';
