--liquibase formatted sql

--changeset identity:001-resident-account
-- Which account a verified phone belongs to, by keyed hash; the phone itself is known to Keycloak only. A row without a
-- subject is an intent, written before Keycloak is asked. A closed account frees its phone.
create table control.resident_account (
  username text primary key check (username ~ '^r-[a-z0-9]{12}$'),
  subject uuid unique,
  phone_hash bytea check (length(phone_hash) = 32),
  created_at timestamptz not null,
  reverify_since timestamptz,
  closed_at timestamptz,
  constraint resident_account_phone unique (phone_hash),
  constraint resident_account_closed check ((closed_at is null) = (phone_hash is not null))
);
--rollback drop table control.resident_account;

--changeset identity:002-sms-code
-- The last code of a phone, both as keyed hashes. Dies within minutes.
create table control.sms_code (
  phone_hash bytea primary key check (length(phone_hash) = 32),
  code_hash bytea not null check (length(code_hash) = 32),
  tries integer not null check (tries between 0 and 5),
  expires_at timestamptz not null
);
create index sms_code_expired on control.sms_code (expires_at);
--rollback drop table control.sms_code;

--changeset identity:003-sms-request
-- What the limits count: who asked for a code for which phone, as keyed hashes. Dies within a day.
create table control.sms_request (
  id uuid primary key,
  phone_hash bytea not null check (length(phone_hash) = 32),
  sender_hash bytea not null check (length(sender_hash) = 32),
  at timestamptz not null
);
create index sms_request_by_phone on control.sms_request (phone_hash, at);
create index sms_request_by_sender on control.sms_request (sender_hash, at);
create index sms_request_old on control.sms_request (at);
--rollback drop table control.sms_request;

--changeset identity:004-account-made-for
-- The WeChat account somebody first came with, as keyed hash, until it is linked: who taps twice, or tries again after a
-- failure, is known as the one the account was made for, and no new owner of the phone.
alter table control.resident_account add column made_for bytea check (length(made_for) = 32);
--rollback alter table control.resident_account drop column made_for;

--changeset identity:005-account-seen
-- When somebody last signed in to the account, and when they last said a code that was sent to its phone. A number that nobody used for
-- half a year may be another person's.
alter table control.resident_account add column signed_in_at timestamptz, add column phone_shown_at timestamptz;
--rollback alter table control.resident_account drop column phone_shown_at, drop column signed_in_at;

--changeset identity:006-codes-side-by-side
-- A new code no longer kills the one before: anybody can ask for one each minute. What was alive dies within minutes anyway.
delete from control.sms_code;
alter table control.sms_code drop constraint sms_code_pkey, drop column tries, add primary key (phone_hash, code_hash);
--rollback delete from control.sms_code; alter table control.sms_code drop constraint sms_code_pkey, add column tries integer not null default 0 check (tries between 0 and 5), add primary key (phone_hash);

--changeset identity:007-sms-try
-- Wrong codes, by whom and for which phone, as keyed hashes: counted over all codes that are alive. Dies within a day.
create table control.sms_try (
  id uuid primary key,
  phone_hash bytea not null check (length(phone_hash) = 32),
  sender_hash bytea not null check (length(sender_hash) = 32),
  at timestamptz not null
);
create index sms_try_by_phone on control.sms_try (phone_hash, at);
create index sms_try_old on control.sms_try (at);
--rollback drop table control.sms_try;
