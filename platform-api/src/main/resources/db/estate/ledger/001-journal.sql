--liquibase formatted sql

--changeset ledger:001-fund
-- The five purses of an estate, there from the first day; each keeps accounts of its own.
create table fund (
    id uuid primary key default uuidv7(),
    kind text not null unique
        check (kind in ('SHOP', 'PUBLIC_INCOME', 'MAINTENANCE', 'CHARITY', 'ACTIVITIES'))
);
create table account (
    id uuid primary key default uuidv7(),
    fund_id uuid not null references fund,
    kind text not null check (kind in ('BANK', 'OPENING', 'INCOME', 'EXPENSE')),
    unique (fund_id, kind)
);
insert into fund (kind)
values ('SHOP'), ('PUBLIC_INCOME'), ('MAINTENANCE'), ('CHARITY'), ('ACTIVITIES');
insert into account (fund_id, kind)
select f.id, k.kind
from fund f cross join unnest(array['BANK', 'OPENING', 'INCOME', 'EXPENSE']) with ordinality k (kind, n)
order by f.id, k.n;
--rollback drop table account; drop table fund;

--changeset ledger:002-journal
-- Double entry, never changed, only reversed. An entry says how many lines it has, so that none can be added to it
-- later; source_event makes an event post once, request_key a retried request.
create table journal_entry (
    id uuid primary key default uuidv7(),
    booked_on date not null,
    recorded_at timestamptz not null,
    memo text not null check (length(memo) between 1 and 200),
    source_document text not null check (length(source_document) between 1 and 200),
    source_event uuid unique,
    request_key text unique check (length(request_key) between 1 and 100),
    reverses uuid unique references journal_entry,
    lines smallint not null check (lines between 2 and 1000),
    check (source_event is not null or request_key is not null)
);
create table posting (
    entry_id uuid not null references journal_entry,
    line smallint not null check (line > 0),
    account_id uuid not null references account,
    amount_fen bigint not null check (amount_fen <> 0),
    note text not null check (length(note) <= 400),
    primary key (entry_id, line)
);
create index posting_of_account on posting (account_id, entry_id desc);
comment on table journal_entry is 'append-only: an entry is never changed, only reversed';
comment on table posting is 'append-only: an entry is never changed, only reversed';
comment on column posting.amount_fen is 'debit positive, credit negative';
--rollback drop table posting; drop table journal_entry;

--changeset ledger:003-zero-sum splitStatements:false
-- Money neither appears nor disappears, whatever the service does: each entry has exactly the lines it says and they
-- add up to zero. Deferred, because an entry and its lines are several statements of one transaction.
create function require_zero_sum() returns trigger language plpgsql set search_path from current as $$
declare
    found_lines bigint;
    total numeric;
begin
    select count(*), coalesce(sum(amount_fen), 0) into found_lines, total from posting where entry_id = new.id;
    if found_lines <> new.lines or total <> 0 then
        raise exception 'journal entry % has % of % lines, sum %', new.id, found_lines, new.lines, total
            using errcode = 'check_violation', constraint = 'journal_entry_zero_sum';
    end if;
    return null;
end
$$;
create constraint trigger journal_entry_zero_sum after insert on journal_entry
    deferrable initially deferred for each row execute function require_zero_sum();
--rollback drop function require_zero_sum() cascade;

--changeset ledger:004-kept-balance splitStatements:false
-- Balances are kept, not summed over history. Only this trigger may write them: it runs as the owner, and an estate
-- has no right on the table but to read. Accounts are taken in one order, so that writers wait instead of deadlock.
create table account_balance (
    account_id uuid primary key references account,
    balance_fen bigint not null,
    postings bigint not null check (postings > 0)
);
comment on table account_balance is 'read-only: kept by the trigger on posting alone';
create function keep_balances() returns trigger language plpgsql security definer set search_path from current as $$
begin
    if exists (select from added join journal_entry e on e.id = added.entry_id where added.line > e.lines) then
        raise exception 'a journal entry that is complete takes no more lines'
            using errcode = 'check_violation', constraint = 'posting_within_entry';
    end if;
    insert into account_balance as kept (account_id, balance_fen, postings)
    select account_id, sum(amount_fen), count(*) from added group by account_id order by account_id
    on conflict (account_id) do update
        set balance_fen = kept.balance_fen + excluded.balance_fen, postings = kept.postings + excluded.postings;
    return null;
end
$$;
create trigger posting_keeps_balances after insert on posting
    referencing new table as added for each statement execute function keep_balances();
--rollback drop function keep_balances() cascade; drop table account_balance;
