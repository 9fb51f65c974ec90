--liquibase formatted sql

--changeset cell:030-known-person
-- In which estates of this cell somebody ever acted, so that an account that ends is ended there, and nowhere else is asked. In the
-- cell's own schema because no estate may know of the others; nothing but two ids.
create table cell.known_person (
    subject text not null check (length(subject) between 1 and 100),
    estate_id uuid not null references cell.estate on delete cascade,
    primary key (subject, estate_id)
);
create index known_person_of_estate on cell.known_person (estate_id);
grant select, insert, delete on cell.known_person to ${prefix}registrar;
--rollback drop table cell.known_person;
