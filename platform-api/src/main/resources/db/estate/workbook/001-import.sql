--liquibase formatted sql

--changeset workbook:001-import
-- An estate is imported once. The row is written first in the import's transaction: a second import waits for it, a retry finds it.
create table workbook_import (
    only_row boolean primary key default true check (only_row),
    workbook uuid not null,
    sha256 bytea not null check (length(sha256) = 32),
    imported_at timestamptz not null,
    buildings integer not null check (buildings >= 0),
    units integer not null check (units >= 0),
    owners integer not null check (owners >= 0),
    products integer not null check (products >= 0),
    shops integer not null check (shops >= 0),
    funds integer not null check (funds >= 0),
    notices integer not null check (notices >= 0)
);
comment on table workbook_import is 'append-only: what the estate began with';
--rollback drop table workbook_import;
