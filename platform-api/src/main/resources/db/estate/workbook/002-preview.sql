--liquibase formatted sql

--changeset workbook:010-preview
-- A changed roll that was uploaded and shown as a difference, waiting to be applied: a file under the estate's key. based_on is the
-- newest event of the roll it was compared with; goes when it is applied, or after a day.
create table preview (
    id uuid primary key default uuidv7(),
    made_at timestamptz not null,
    made_by text not null check (length(made_by) between 1 and 100),
    sha256 bytea not null check (length(sha256) = 32),
    based_on uuid not null,
    content_cipher bytea not null check (length(content_cipher) between 1 and 6000000)
);
create index preview_made_at on preview (made_at);
--rollback drop table preview;
