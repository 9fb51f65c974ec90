--liquibase formatted sql

--changeset people:001-building
-- Units hang on buildings; sort_key makes 2幢 come before 10幢 without a collation.
create table building (
    id uuid primary key default uuidv7(),
    name text not null check (length(name) between 1 and 10),
    sort_key text collate "C" not null unique,
    floors smallint not null check (floors between 0 and 200)
);
--rollback drop table building;

--changeset people:002-unit
-- What votes are weighted by: whole square decimetres, as on the deed, and never zero.
create table unit (
    id uuid primary key default uuidv7(),
    building_id uuid not null references building,
    entrance text check (length(entrance) between 1 and 10),
    room text not null check (length(room) between 1 and 10),
    sort_key text collate "C" not null unique,
    area_dm2 bigint not null check (area_dm2 > 0),
    use text not null check (use in ('HOUSE', 'SHOP', 'OFFICE', 'PARKING', 'GARAGE', 'OTHER')),
    area_source text not null check (area_source in ('REGISTER', 'SURVEY', 'CONTRACT')),
    state text not null check (state in ('SOLD', 'UNSOLD', 'UNDELIVERED'))
);
create index unit_of_building on unit (building_id, sort_key);
--rollback drop table unit;

--changeset people:003-person
-- One row per person however many units they hold: identity_hash is the keyed hash of the document, or of name and
-- phone where no document is known. Phone and document are readable only with the estate's key.
create table person (
    id uuid primary key default uuidv7(),
    identity_hash bytea not null unique check (length(identity_hash) = 32),
    kind text not null check (kind in ('PERSON', 'COMPANY', 'DEVELOPER')),
    name text not null check (length(name) between 1 and 100),
    phone_cipher bytea,
    phone_hash bytea check (length(phone_hash) = 32),
    id_type text check (id_type in ('ID_CARD', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'CREDIT_CODE', 'OTHER')),
    id_cipher bytea,
    check ((phone_cipher is null) = (phone_hash is null)),
    check ((id_type is null) = (id_cipher is null))
);
create index person_by_phone on person (phone_hash) where phone_hash is not null;
--rollback drop table person;

--changeset people:004-holding
-- Who holds a unit, with exact shares; at most one joint owner is named to vote.
create table holding (
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    share_numerator integer not null check (share_numerator > 0),
    share_denominator integer not null check (share_denominator between 1 and 1000000),
    nominated boolean not null,
    primary key (unit_id, person_id),
    check (share_numerator <= share_denominator)
);
create index holding_of_person on holding (person_id);
create unique index holding_one_nominated on holding (unit_id) where nominated;
--rollback drop table holding;

--changeset people:005-shares-at-most-whole splitStatements:false
-- More than the whole unit can't be held. Added as exact fractions, because thirds have no decimal form; the unit is
-- locked, because two writers would each see only their own half.
create function refuse_shares_beyond_whole() returns trigger language plpgsql set search_path from current as $$
declare
    held_unit uuid;
    held record;
    numerator numeric;
    denominator numeric;
    divisor numeric;
begin
    for held_unit in select distinct unit_id from changed order by 1 loop
        perform from unit where id = held_unit for no key update;
        numerator := 0;
        denominator := 1;
        for held in select share_numerator n, share_denominator d from holding where unit_id = held_unit loop
            numerator := numerator * held.d + held.n * denominator;
            denominator := denominator * held.d;
            divisor := gcd(numerator, denominator);
            numerator := div(numerator, divisor);
            denominator := div(denominator, divisor);
        end loop;
        if numerator > denominator then
            raise exception 'shares of unit % are more than the whole', held_unit
                using errcode = 'check_violation', constraint = 'shares_at_most_whole';
        end if;
    end loop;
    return null;
end
$$;
create trigger shares_at_most_whole_inserted after insert on holding
    referencing new table as changed for each statement execute function refuse_shares_beyond_whole();
create trigger shares_at_most_whole_updated after update on holding
    referencing new table as changed for each statement execute function refuse_shares_beyond_whole();
--rollback drop function refuse_shares_beyond_whole() cascade;

--changeset people:006-roll-version
-- A ballot is decided on the roll as it was: versions and their entries are written once. Units with one owner_key are
-- one owner; voter_id is who votes for the unit, if joint owners named somebody. The fingerprint is the SHA-256 over
-- the lines in order of position, each ended by a line feed.
create table roll_version (
    version integer primary key check (version > 0),
    frozen_at timestamptz not null,
    units integer not null check (units >= 0),
    owners integer not null check (owners >= 0),
    total_area_dm2 bigint not null check (total_area_dm2 >= 0),
    fingerprint bytea not null check (length(fingerprint) = 32)
);
create table roll_entry (
    -- Deferred, because a version's figures are known only after its last entry.
    version integer not null references roll_version deferrable initially deferred,
    position integer not null check (position > 0),
    unit_id uuid not null,
    owner_key text,
    voter_id uuid,
    area_dm2 bigint not null check (area_dm2 > 0),
    line text not null,
    primary key (version, position),
    unique (version, unit_id)
);
comment on table roll_version is 'append-only: a ballot is decided on it';
comment on table roll_entry is 'append-only: a ballot is decided on it';
--rollback drop table roll_entry; drop table roll_version;

--changeset people:007-roll-event
-- Who changed the roll, and why: the import is the first.
create table roll_event (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    kind text not null check (kind in ('IMPORTED')),
    by_whom text not null check (length(by_whom) between 1 and 200),
    reason text not null check (length(reason) between 1 and 500),
    version integer not null references roll_version
);
comment on table roll_event is 'append-only: who changed the roll stays recorded';
--rollback drop table roll_event;
