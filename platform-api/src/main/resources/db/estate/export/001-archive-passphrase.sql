--liquibase formatted sql

--changeset export:001-archive-passphrase
-- Opens the archive in which the estate leaves the platform. Encrypted with the estate's key, so that it dies with the estate.
create table archive_passphrase (
    only_row boolean primary key default true check (only_row),
    cipher bytea not null,
    made_at timestamptz not null
);
comment on table archive_passphrase is 'append-only: an archive made once must open for ever';
--rollback drop table archive_passphrase;

--changeset export:002-archive-passphrase-taken
-- When the committee first read it: an archive whose passphrase nobody has taken is lost with the estate.
create table archive_passphrase_taken (
    only_row boolean primary key default true check (only_row),
    taken_at timestamptz not null
);
comment on table archive_passphrase_taken is 'append-only: who has read it has it';
--rollback drop table archive_passphrase_taken;

--changeset export:003-archive-passphrase-taken-means-copied
-- What is noted above "when the committee first read it" has become when it first said so; a row older than this change set may be a reading.
comment on table archive_passphrase_taken is 'append-only: when the committee first said that it is copied down';
--rollback comment on table archive_passphrase_taken is 'append-only: who has read it has it';
