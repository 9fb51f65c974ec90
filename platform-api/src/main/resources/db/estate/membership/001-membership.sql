--liquibase formatted sql

--changeset membership:001-membership
-- What ties an account to a door, or a guest to the estate. A door that is not on the roll is kept too: whoever asks is told the same.
create table membership (
    id uuid primary key default uuidv7(),
    subject text not null check (length(subject) between 1 and 100),
    name text not null check (length(name) between 1 and 100),
    relation text not null check (relation in ('OWNER', 'FAMILY', 'TENANT', 'GUEST')),
    state text not null check (state in ('PENDING', 'VERIFIED', 'REJECTED', 'REVOKED')),
    -- what the tie gives while it is verified
    rights text check (rights in ('OWNER', 'RESIDENT', 'GUEST')),
    door text check (length(door) between 1 and 60),
    door_key text collate "C",
    unit_id uuid references unit,
    -- as whom of the roll: the tie ends when that person no longer holds the unit
    person_id uuid references person,
    -- the last day
    until date,
    awaits_decision boolean not null,
    asked_at timestamptz not null,
    check ((state = 'VERIFIED') = (rights is not null)),
    check ((relation = 'GUEST') = (door_key is null)),
    check ((door is null) = (door_key is null)),
    check (relation = 'GUEST' or rights is distinct from 'GUEST'),
    check (relation = 'GUEST' or state <> 'VERIFIED' or unit_id is not null),
    check (rights is distinct from 'OWNER' or (relation = 'OWNER' and person_id is not null and until is null)),
    check (not awaits_decision or state in ('PENDING', 'VERIFIED'))
);
create unique index membership_once on membership (subject, (coalesce(door_key, ''))) where state in ('PENDING', 'VERIFIED');
create index membership_of_subject on membership (subject, id);
create index membership_of_unit on membership (unit_id, id) where state = 'VERIFIED';
create index membership_waiting on membership (id) where awaits_decision;
create index membership_by_state on membership (state, id);
--rollback drop table membership;

--changeset membership:002-membership-event
-- Every step of every tie, by whom and why.
create table membership_event (
    id uuid primary key default uuidv7(),
    membership_id uuid not null references membership,
    at timestamptz not null,
    act text not null check (act in ('ASKED', 'ACCEPTED', 'REFUSED', 'INVITED', 'JOINED', 'REVOKED', 'LEFT')),
    by_whom text not null check (length(by_whom) between 1 and 100),
    relation text not null,
    state text not null,
    rights text,
    reason text check (length(reason) between 1 and 500)
);
comment on table membership_event is 'append-only: who let whom in, and why, stays recorded';
create index membership_event_of_membership on membership_event (membership_id, id);
--rollback drop table membership_event;

--changeset membership:003-membership-evidence
-- Files that a request is decided on.
create table membership_evidence (
    membership_id uuid not null references membership,
    media_id uuid not null,
    at timestamptz not null,
    primary key (membership_id, media_id)
);
comment on table membership_evidence is 'append-only: what a decision was taken on stays';
--rollback drop table membership_evidence;

--changeset membership:004-document-guess
-- Six digits can be guessed. An account costs nothing and can be made anew, a phone number can't: wrong tries count for the number, by keyed
-- hash; after five only the committee decides.
create table document_guess (
    phone_hash bytea primary key check (length(phone_hash) = 32),
    tries smallint not null check (tries between 0 and 5)
);
--rollback drop table document_guess;

--changeset membership:005-invitation
-- An owner's word for family or tenant. The code itself is with the invited alone.
create table invitation (
    id uuid primary key default uuidv7(),
    unit_id uuid not null references unit,
    inviter text not null check (length(inviter) between 1 and 100),
    relation text not null check (relation in ('FAMILY', 'TENANT')),
    until date,
    code_hash bytea not null unique check (length(code_hash) = 32),
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    accepted_by text,
    accepted_at timestamptz,
    check ((accepted_by is null) = (accepted_at is null)),
    check (relation = 'FAMILY' or until is not null)
);
create index invitation_open on invitation (unit_id, expires_at) where accepted_at is null;
--rollback drop table invitation;

--changeset membership:006-belonging
-- What the control plane was last told: whether the person's tokens may name this estate. Told again until it agrees with the ties.
create table belonging (
    subject text primary key check (length(subject) between 1 and 100),
    told boolean not null
);
--rollback drop table belonging;

--changeset membership:007-personal-data-reading
-- Each time somebody saw a person's phone or document in plain, who and what for: shown to that person. Deeds and id cards handed in with a
-- request are looked at too; who handed them in may be nobody of the roll. Who takes the whole roll out has seen everybody on it: a row for
-- each of them, told apart by the export it belongs to.
create table personal_data_reading (
    id uuid primary key default uuidv7(),
    person_id uuid references person,
    membership_id uuid references membership,
    field text not null check (field in ('PHONE', 'ID_NUMBER', 'EVIDENCE')),
    reader text not null check (length(reader) between 1 and 100),
    reader_name text not null check (length(reader_name) between 1 and 100),
    reason text not null check (length(reason) between 1 and 500),
    at timestamptz not null,
    export_id uuid check (export_id is null or person_id is not null),
    constraint personal_data_reading_of_somebody
        check ((field = 'EVIDENCE') = (membership_id is not null) and (field = 'EVIDENCE') = (person_id is null))
);
comment on table personal_data_reading is 'append-only: who looked has seen it';
create index personal_data_reading_of_person on personal_data_reading (person_id, id);
create index personal_data_reading_of_request on personal_data_reading (membership_id, id) where membership_id is not null;
create index personal_data_reading_by_reader on personal_data_reading (reader, at);
create index personal_data_reading_of_export on personal_data_reading (reader, at) where export_id is not null;
--rollback drop table personal_data_reading;

--changeset membership:008-membership-in-order
-- A message to all with a role walks through the ties in this order, slice by slice.
create index membership_in_order on membership (subject collate "C") where state = 'VERIFIED';
--rollback drop index membership_in_order;
