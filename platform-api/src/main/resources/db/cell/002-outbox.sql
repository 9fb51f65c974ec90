--liquibase formatted sql

--changeset cell:010-outbox
-- Events between features, written in the transaction that caused them. An estate's role sees its own rows only.
create table cell.outbox (
    id uuid primary key default uuidv7(),
    estate name not null default current_user,
    type text not null,
    payload jsonb not null,
    written_at timestamptz not null default now(),
    attempts integer not null default 0,
    not_before timestamptz,
    parked_at timestamptz,
    failure text,
    done_at timestamptz
);
alter table cell.outbox enable row level security;
create policy own_events on cell.outbox using (estate = current_user) with check (estate = current_user);

-- Only what waits is in these; their size follows the backlog, not the history.
create index outbox_waiting on cell.outbox (estate, id) where done_at is null and parked_at is null;
create index outbox_parked on cell.outbox (estate, type, id) where done_at is null and parked_at is not null;
create index outbox_done on cell.outbox (done_at) where done_at is not null;

grant select, insert, update (done_at) on cell.outbox to ${prefix}estate;
grant select, update (attempts, not_before, parked_at, failure), delete on cell.outbox to ${prefix}dispatcher;
--rollback drop table cell.outbox;
