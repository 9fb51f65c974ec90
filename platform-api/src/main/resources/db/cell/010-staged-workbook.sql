--liquibase formatted sql

--changeset cell:020-staged-workbook
-- Uploads wait here, also for an estate that has no schema yet. Pieces are encrypted with the estate's key; an upload streams in
-- under an id of its own and becomes the workbook once it is whole.
create table cell.staged_workbook (
    estate_id uuid not null references cell.estate on delete cascade,
    id uuid not null,
    upload uuid not null,
    sha256 bytea not null check (length(sha256) = 32),
    size_bytes bigint not null check (size_bytes >= 0),
    staged_at timestamptz not null default now(),
    primary key (estate_id, id)
);
create table cell.staged_chunk (
    estate_id uuid not null references cell.estate on delete cascade,
    workbook_id uuid not null,
    upload uuid not null,
    position integer not null check (position >= 0),
    content bytea not null,
    primary key (estate_id, workbook_id, upload, position)
);
grant select, insert, update, delete on cell.staged_workbook to ${prefix}registrar;
grant select, insert, delete on cell.staged_chunk to ${prefix}registrar;
--rollback drop table cell.staged_chunk; drop table cell.staged_workbook;

--changeset cell:021-staged-chunk-time
-- By which pieces of an upload that was broken off are known.
alter table cell.staged_chunk add column stored_at timestamptz not null default now();
--rollback alter table cell.staged_chunk drop column stored_at;

--changeset cell:022-staged-age
-- By which what nobody went on with is found, a few at a time.
create index staged_workbook_age on cell.staged_workbook (staged_at);
create index staged_chunk_age on cell.staged_chunk (stored_at);
--rollback drop index cell.staged_workbook_age; drop index cell.staged_chunk_age;
