--liquibase formatted sql

--changeset people:030-roll-event-widened
-- Every change of the roll is an event: of which kind, from which day on, by whom, why, on what evidence. Only wider than before: the
-- release before goes on writing while estates are brought up.
alter table roll_event drop constraint roll_event_kind_check;
alter table roll_event add constraint roll_event_kind_check
    check (kind in ('IMPORTED', 'FROZEN', 'TRANSFER', 'CORRECTION', 'DEATH', 'COURT'));
alter table roll_event alter column version drop not null;
alter table roll_event add column effective_on date;
alter table roll_event add column by_subject text check (length(by_subject) between 1 and 100);
alter table roll_event add column evidence uuid;
--rollback alter table roll_event drop column evidence; alter table roll_event drop column by_subject; alter table roll_event drop column effective_on;

--changeset people:031-ownership
-- Who held what from which day on, and until when: a period's end is a row of its own, so that nothing is ever rewritten. The days are of
-- Asia/Shanghai; the end is the first day on which it no longer holds.
create table ownership (
    id uuid primary key default uuidv7(),
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    share_numerator integer not null check (share_numerator > 0),
    share_denominator integer not null check (share_denominator between 1 and 1000000),
    nominated boolean not null,
    representative_id uuid references person,
    valid_from date not null,
    event_id uuid not null references roll_event,
    check (share_numerator <= share_denominator),
    check (representative_id <> person_id)
);
create index ownership_of_unit on ownership (unit_id, valid_from);
create index ownership_of_person on ownership (person_id);
create index ownership_of_representative on ownership (representative_id) where representative_id is not null;
create index ownership_by_event on ownership (event_id);
create table ownership_end (
    ownership_id uuid primary key references ownership,
    valid_to date not null,
    event_id uuid not null references roll_event
);
create index ownership_end_by_event on ownership_end (event_id);
comment on table ownership is 'append-only: who held what stays known';
comment on table ownership_end is 'append-only: who held what stays known';
--rollback drop table ownership_end; drop table ownership;

--changeset people:032-unit-record
-- What a unit was from which day on; the newest record up to a day is what it was on that day.
create table unit_record (
    id uuid primary key default uuidv7(),
    unit_id uuid not null references unit,
    area_dm2 bigint not null check (area_dm2 > 0),
    use text not null check (use in ('HOUSE', 'SHOP', 'OFFICE', 'PARKING', 'GARAGE', 'STORAGE', 'OTHER')),
    area_source text not null check (area_source in ('REGISTER', 'SURVEY', 'CONTRACT')),
    state text not null check (state in ('SOLD', 'UNSOLD', 'UNDELIVERED')),
    valid_from date not null,
    event_id uuid not null references roll_event
);
create index unit_record_of_unit on unit_record (unit_id, valid_from desc, id desc);
create index unit_record_by_event on unit_record (event_id);
comment on table unit_record is 'append-only: what votes were weighted by stays known';
--rollback drop table unit_record;

--changeset people:033-representative
-- Who acts for a company or for somebody who can't act alone (Civil Code art. 19-23), now and in frozen versions.
alter table holding add column representative_id uuid references person;
alter table holding add constraint holding_not_ones_own_representative check (representative_id <> person_id);
alter table roll_entry add column representative_id uuid;
--rollback alter table roll_entry drop column representative_id; alter table holding drop column representative_id;

--changeset people:034-storage
-- Storage rooms apart from other uses; only wider, so that the release before goes on reading what it wrote.
alter table unit drop constraint unit_use_check;
alter table unit add constraint unit_use_check
    check (use in ('HOUSE', 'SHOP', 'OFFICE', 'PARKING', 'GARAGE', 'STORAGE', 'OTHER'));
--rollback select 1;

--changeset people:035-history-of-estates-that-exist
-- What was imported before there was a history becomes its beginning.
update roll_event set effective_on = (at at time zone 'Asia/Shanghai')::date where effective_on is null;
insert into ownership (unit_id, person_id, share_numerator, share_denominator, nominated, valid_from, event_id)
select h.unit_id, h.person_id, h.share_numerator, h.share_denominator, h.nominated, e.effective_on, e.id
from holding h cross join (select id, effective_on from roll_event where kind = 'IMPORTED' order by id limit 1) e;
insert into unit_record (unit_id, area_dm2, use, area_source, state, valid_from, event_id)
select u.id, u.area_dm2, u.use, u.area_source, u.state, e.effective_on, e.id
from unit u cross join (select id, effective_on from roll_event where kind = 'IMPORTED' order by id limit 1) e;
--rollback select 1;
