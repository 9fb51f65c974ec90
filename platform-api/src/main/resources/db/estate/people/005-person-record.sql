--liquibase formatted sql

--changeset people:050-person-record
-- By which name and phone the roll knew somebody from which day on: the phone decides who is let in, so the one before must stay known. The
-- newest record up to a day is what held on that day. What is there already becomes the beginning, in the same change set: the roll is read
-- as of a day from this table as soon as it is there.
create table person_record (
    id uuid primary key default uuidv7(),
    person_id uuid not null references person,
    -- a phone can be read only together with it
    identity_hash bytea not null check (length(identity_hash) = 32),
    name text not null check (length(name) between 1 and 100),
    phone_cipher bytea,
    phone_hash bytea check (length(phone_hash) = 32),
    valid_from date not null,
    event_id uuid not null references roll_event,
    unique (person_id, event_id),
    check ((phone_cipher is null) = (phone_hash is null))
);
create index person_record_of_person on person_record (person_id, valid_from desc, id desc);
create index person_record_by_event on person_record (event_id);
comment on table person_record is 'append-only: who was known by what stays known';
insert into person_record (person_id, identity_hash, name, phone_cipher, phone_hash, valid_from, event_id)
select p.id, p.identity_hash, p.name, p.phone_cipher, p.phone_hash, e.effective_on, e.id
from person p cross join (select id, effective_on from roll_event where kind = 'IMPORTED' order by id limit 1) e;
--rollback drop table person_record;
