--liquibase formatted sql

--changeset cell:050-key-rotation
-- How far an estate is on its way from its keys to the next ones; the last time, if it is DONE. horizon: every transaction that could
-- still write with the former keys is older.
create table cell.key_rotation (
    estate_id uuid primary key references cell.estate on delete cascade,
    stage text not null check (stage in ('ORDERED', 'ADDED', 'PROMOTED', 'RETIRED', 'RENEWED', 'DONE')),
    since timestamptz not null,
    ordered_at timestamptz not null,
    horizon xid8
);
grant select, insert, update on cell.key_rotation to ${prefix}registrar;
grant update (wrapped) on cell.estate_key to ${prefix}registrar;
--rollback revoke update (wrapped) on cell.estate_key from ${prefix}registrar; drop table cell.key_rotation;
