--liquibase formatted sql

--changeset people:020-member
-- What a person is in this estate is decided here, not by the token: the subject is Keycloak's.
create table member (
    subject text primary key check (length(subject) between 1 and 100),
    name text not null check (length(name) between 1 and 100),
    state text not null check (state in ('ACTIVE', 'REMOVED'))
);
create table member_role (
    subject text not null references member,
    role text not null check (role in ('COMMITTEE', 'PROPERTY', 'SHOP_CLERK', 'AUDITOR', 'OWNER', 'RESIDENT', 'GUEST')),
    primary key (subject, role)
);
--rollback drop table member_role; drop table member;

--changeset people:021-member-event
-- Roles are given and taken by somebody; the trail is written once.
create table member_event (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    subject text not null references member,
    by_whom text not null check (length(by_whom) between 1 and 200),
    state text not null check (state in ('ACTIVE', 'REMOVED')),
    roles text[] not null
);
comment on table member_event is 'append-only: who gave a role stays recorded';
create index member_event_of_subject on member_event (subject, id);
--rollback drop table member_event;
