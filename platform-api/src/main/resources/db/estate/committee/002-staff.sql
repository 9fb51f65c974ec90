--liquibase formatted sql

--changeset committee:004-staff-appointment
-- Whom the committee took on as what, from when to when: the property company's people, the shop's clerks, auditors. Their rights follow
-- from these rows and today's date.
create table staff_appointment (
    id uuid primary key default uuidv7(),
    membership_id uuid not null references membership,
    subject text not null check (length(subject) between 1 and 100),
    post text not null check (post in ('PROPERTY', 'SHOP_CLERK', 'AUDITOR')),
    starts_on date not null,
    -- the last day
    ends_on date check (ends_on >= starts_on),
    recorded_at timestamptz not null,
    by_whom text not null check (length(by_whom) between 1 and 100)
);
comment on table staff_appointment is 'append-only: who was taken on as what stays recorded';
create index staff_appointment_of_subject on staff_appointment (subject);
--rollback drop table staff_appointment;

--changeset committee:005-staff-end
-- The first day without the post, where that came before its end.
create table staff_end (
    appointment_id uuid primary key references staff_appointment,
    on_day date not null,
    reason text not null check (length(reason) between 1 and 500),
    recorded_at timestamptz not null,
    by_whom text not null check (length(by_whom) between 1 and 100)
);
comment on table staff_end is 'append-only: who left a post stays recorded';
--rollback drop table staff_end;

--changeset committee:006-staff-name
-- What the committee calls them: accounts made by phone have no name. Forgotten when the account is closed; the posts stay.
create table staff_name (
    subject text primary key check (length(subject) between 1 and 100),
    name text not null check (length(name) between 1 and 100)
);
--rollback drop table staff_name;
