--liquibase formatted sql

--changeset profile:001-profile
-- An estate says one thing about itself: one row.
create table profile (
    only_row boolean primary key default true check (only_row),
    name text not null check (length(name) between 1 and 60),
    address text not null check (length(address) between 1 and 200),
    completed_in smallint check (completed_in between 1900 and 2200),
    developer text check (length(developer) between 1 and 100),
    property_company text check (length(property_company) between 1 and 100),
    property_phone text check (length(property_phone) between 1 and 40)
);
--rollback drop table profile;
