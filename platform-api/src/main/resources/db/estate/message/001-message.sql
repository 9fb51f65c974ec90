--liquibase formatted sql

--changeset message:001-broadcast
-- What is told to many, once: text and audience, and how far the fan-out got. Holds no personal data, only subjects.
create table broadcast (
    id uuid primary key default uuidv7(),
    cause text not null check (length(cause) between 3 and 200),
    audience text[] not null check (cardinality(audience) > 0),
    audience_hash bytea not null check (length(audience_hash) = 32),
    template text not null check (length(template) between 1 and 100),
    title text not null check (length(title) between 1 and 50),
    body text not null check (length(body) between 1 and 500),
    link text check (length(link) <= 200),
    fields jsonb not null,
    channels text[] not null,
    told_at timestamptz not null,
    -- the last subject that has its message; the fan-out goes on behind it
    reached_subject text,
    fanned_out_at timestamptz,
    -- an event that is delivered twice, or a request that is retried, tells once
    constraint broadcast_once unique (cause, audience_hash)
);
--rollback drop table broadcast;

--changeset message:002-message
-- One person's copy. Whatever is told however often for one cause, a person hears of it once.
create table message (
    id uuid primary key default uuidv7(),
    broadcast_id uuid not null references broadcast,
    subject text not null check (length(subject) between 1 and 100),
    cause text not null,
    read_at timestamptz,
    constraint message_once unique (subject, cause)
);
create index message_inbox on message (subject, id desc);
create index message_of_broadcast on message (broadcast_id);
--rollback drop table message;

--changeset message:003-message-delivery
-- A message on its way out of the house. SENDING is written before the channel is called: whoever finds it later doesn't know whether
-- it was sent, and never sends it again.
create table message_delivery (
    message_id uuid primary key references message,
    broadcast_id uuid not null references broadcast,
    -- those still to be tried, the next one first
    channels text[] not null,
    state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'UNKNOWN', 'UNREACHED')),
    attempts integer not null default 0,
    not_before timestamptz not null,
    reason text check (length(reason) <= 100),
    changed_at timestamptz not null
);
create index message_delivery_open on message_delivery (broadcast_id, not_before) where state in ('WAITING', 'SENDING');
--rollback drop table message_delivery;

--changeset message:004-message-settings
-- What a person wants; without a row, the defaults in code.
create table message_settings (
    subject text primary key check (length(subject) between 1 and 100),
    quiet_from time not null,
    quiet_to time not null,
    channels text[] not null,
    changed_at timestamptz not null
);
--rollback drop table message_settings;

--changeset message:005-member-in-order
-- A fan-out walks through the members in this order, slice by slice.
create index member_in_order on member (subject collate "C") where state = 'ACTIVE';
--rollback drop index member_in_order;
