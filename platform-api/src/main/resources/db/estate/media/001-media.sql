--liquibase formatted sql

--changeset media:001-media
-- What is known of a photo or file; its bytes are in the store, encrypted with the estate's key. Seen by whoever may see the record it
-- belongs to; until it belongs to one, by whoever uploaded it, and for a day only.
create table media (
    id uuid primary key default uuidv7(),
    content_type text not null check (content_type in ('image/jpeg', 'application/pdf')),
    width integer not null check (width >= 0),
    height integer not null check (height >= 0),
    bytes bigint not null check (bytes > 0),
    sha256 bytea not null check (length(sha256) = 32),
    -- how the key's files begin that both of its parts are encrypted with
    sealed_under bytea not null check (length(sealed_under) = 5),
    uploaded_by text not null check (length(uploaded_by) between 1 and 100),
    uploaded_at timestamptz not null,
    owner_type text check (length(owner_type) between 1 and 50),
    owner_id text check (length(owner_id) between 1 and 100),
    constraint media_owned_whole check ((owner_type is null) = (owner_id is null))
);
create index media_of_owner on media (owner_type, owner_id) where owner_type is not null;
create index media_by_uploader on media (uploaded_by, id);
--rollback drop table media;

--changeset media:002-forgotten
-- When its bytes were deleted although the record that it belongs to stays; what they were is told by their hash alone.
alter table media add column forgotten_at timestamptz;
--rollback alter table media drop column forgotten_at;
