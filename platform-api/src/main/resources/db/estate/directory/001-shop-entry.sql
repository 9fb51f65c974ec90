--liquibase formatted sql

--changeset directory:001-projection
-- The offices keep the list of shops; this is its copy, replaced as a whole. The version lets a late, older copy lose.
create table directory_projection (
    only_row boolean primary key default true check (only_row),
    version bigint not null check (version >= 0)
);
insert into directory_projection (version) values (0);
create table shop_entry (
    id uuid primary key,
    position integer not null unique,
    name text not null check (length(name) between 1 and 60),
    kind text not null check (length(kind) between 1 and 20),
    phone text not null check (length(phone) <= 40),
    address text not null check (length(address) <= 200),
    hours text not null check (length(hours) <= 100),
    services text[] not null
);
--rollback drop table shop_entry; drop table directory_projection;
