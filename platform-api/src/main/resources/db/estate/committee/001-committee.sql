--liquibase formatted sql

--changeset committee:001-term
-- For how long a committee was elected. Terms of one estate don't overlap.
create table term (
    id uuid primary key default uuidv7(),
    starts_on date not null,
    ends_on date not null,
    recorded_at timestamptz not null,
    by_whom text not null check (length(by_whom) between 1 and 100),
    check (ends_on > starts_on),
    constraint term_apart exclude using gist (daterange(starts_on, ends_on, '[]') with &&)
);
comment on table term is 'append-only: who governed when stays recorded';
--rollback drop table term;

--changeset committee:002-appointment
-- Who holds which office of a term from when. The committee's rights follow from these rows and today's date; nobody hands them out.
create table appointment (
    id uuid primary key default uuidv7(),
    term_id uuid not null references term,
    membership_id uuid not null references membership,
    subject text not null check (length(subject) between 1 and 100),
    office text not null check (office in ('CHAIR', 'DEPUTY', 'MEMBER')),
    starts_on date not null,
    recorded_at timestamptz not null,
    by_whom text not null check (length(by_whom) between 1 and 100)
);
comment on table appointment is 'append-only: who held an office stays recorded';
create index appointment_of_term on appointment (term_id, id);
create index appointment_of_subject on appointment (subject);
--rollback drop table appointment;

--changeset committee:003-resignation
-- The first day without the office.
create table resignation (
    appointment_id uuid primary key references appointment,
    on_day date not null,
    reason text not null check (length(reason) between 1 and 500),
    recorded_at timestamptz not null,
    by_whom text not null check (length(by_whom) between 1 and 100)
);
comment on table resignation is 'append-only: who left an office stays recorded';
--rollback drop table resignation;
